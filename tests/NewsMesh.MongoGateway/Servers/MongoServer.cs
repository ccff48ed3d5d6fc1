namespace NewsMesh.MongoGateway.Servers;

/// <summary>
/// A MongoDB server for tests: the one that NEWSMESH_TEST_MONGODB names, else an engine of the test's own behind a gateway in
/// this process. To be shared by the tests of an assembly, each with a database of its own.
/// </summary>
public sealed class MongoServer : IAsyncDisposable
{
    private const string Variable = "NEWSMESH_TEST_MONGODB";

    private readonly DocumentDbServer? _engine;
    private readonly IAsyncDisposable? _gateway;

    private MongoServer(string uri, DocumentDbServer? engine = null, IAsyncDisposable? gateway = null)
    {
        Uri = uri;
        _engine = engine;
        _gateway = gateway;
    }

    /// <summary>Why no server can be had here, or null.</summary>
    public static string? Missing => External is null ? DocumentDbServer.Missing : null;

    /// <summary>Why no server can be had whose engine a test may kill, or null.</summary>
    public static string? EngineMissing => External is null
        ? DocumentDbServer.Missing
        : $"{Variable} names a server that is not the tests' own to kill";

    /// <summary>The server's URI, without a database.</summary>
    public string Uri { get; }

    private static string? External => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } uri ? uri : null;

    private DocumentDbServer Engine => _engine ?? throw new InvalidOperationException(EngineMissing);

    /// <param name="replicaSet">Name of the replica set that it appears to be; null for a standalone. Of the tests' own server alone.</param>
    public static async Task<MongoServer> StartNewAsync(string? replicaSet = "rs0")
    {
        if (External is { } uri)
        {
            return new MongoServer(uri);
        }

        var engine = await DocumentDbServer.StartNewAsync();
        var gateway = await Gateway.StartAsync(new GatewayOptions { Engine = engine.ConnectionString, ReplicaSet = replicaSet });
        return new MongoServer(gateway.Uri, engine, gateway);
    }

    /// <summary>The same with the gateway in a process of its own, for measurements of this one.</summary>
    public static async Task<MongoServer> StartApartAsync(string? replicaSet = "rs0")
    {
        if (External is { } uri)
        {
            return new MongoServer(uri);
        }

        var engine = await DocumentDbServer.StartNewAsync();
        var gateway = await GatewayProcess.StartAsync(engine.ConnectionString, replicaSet);
        return new MongoServer(gateway.Uri, engine, gateway);
    }

    /// <summary>A name that no other test uses.</summary>
    public static string NewDatabaseName() => $"test_{Guid.NewGuid():n}";

    /// <summary>The server's URI with a database in it.</summary>
    public string UriOf(string database)
    {
        // Not System.Uri: a URI of MongoDB may name several hosts.
        var query = Uri.IndexOf('?', StringComparison.Ordinal);
        var (address, options) = query < 0 ? (Uri, "") : (Uri[..query], Uri[query..]);
        var path = address.IndexOf('/', address.IndexOf("//", StringComparison.Ordinal) + 2);
        var hosts = path < 0 ? address : address[..path];

        // Without "authSource" the database would be the one to authenticate against.
        var source = hosts.Contains('@', StringComparison.Ordinal) && !options.Contains("authSource=", StringComparison.Ordinal)
            ? (options.Length > 0 ? "&" : "?") + "authSource=admin"
            : "";
        return $"{hosts}/{database}{options}{source}";
    }

    public Task KillEngineAsync() => Engine.KillAsync();

    public Task StartEngineAsync() => Engine.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }
    }
}
