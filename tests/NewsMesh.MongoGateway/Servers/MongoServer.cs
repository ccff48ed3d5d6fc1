using System.Globalization;
using System.Text.RegularExpressions;
using MongoDB.Bson;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Servers;

/// <summary>
/// A MongoDB server for tests: the one that NEWSMESH_TEST_MONGODB names, else one of the test's own. To be shared by the tests of an assembly, each with a database of its own.
/// </summary>
public sealed partial class MongoServer : IAsyncDisposable
{
    private const string Variable = "NEWSMESH_TEST_MONGODB";

    private readonly IOwnMongoServer? _own;

    private MongoServer(string uri, IOwnMongoServer? own = null) => (Uri, _own) = (uri, own);

    /// <summary>Why no server can be had here, or null.</summary>
    public static string? Missing => External is null ? OwnMongoServers.Missing : null;

    /// <summary>Why no server can be had whose engine a test may kill, or null.</summary>
    public static string? EngineMissing => External is null
        ? OwnMongoServers.Missing
        : $"{Variable} names a server that is not the tests' own to kill";

    /// <summary>Why no server can be had that a test may set fail points on, or null. A mongod takes them with enableTestCommands.</summary>
    public static string? FailPointsMissing => External is not { } uri ? OwnMongoServers.Missing
        : PlainAddress().IsMatch(uri) ? null
        : $"{Variable} names a server that the tests' own plain client cannot reach";

    /// <summary>The server's URI, without a database.</summary>
    public string Uri { get; }

    private static string? External => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } uri ? uri : null;

    private IOwnMongoServer Own => _own ?? throw new InvalidOperationException(EngineMissing);

    /// <param name="replicaSet">Name of the replica set that it appears to be; null for a standalone. Of the tests' own server alone.</param>
    public static async Task<MongoServer> StartNewAsync(string? replicaSet = "rs0")
    {
        if (External is { } uri)
        {
            return new MongoServer(uri);
        }

        var own = await OwnMongoServers.StartNewAsync(replicaSet);
        return new MongoServer(own.Uri, own);
    }

    /// <summary>The same with the gateway in a process of its own, for measurements of this one.</summary>
    public static async Task<MongoServer> StartApartAsync(string? replicaSet = "rs0")
    {
        if (External is { } uri)
        {
            return new MongoServer(uri);
        }

        var own = await LocalMongoServer.StartApartAsync(replicaSet);
        return new MongoServer(own.Uri, own);
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

    /// <summary>Sends one command over a connection of its own.</summary>
    /// <returns>The reply, an error too; null where the server closed the connection instead.</returns>
    public async Task<BsonDocument?> RunAsync(string database, BsonDocument command)
    {
        await using var client = await ConnectAsync();
        return await client.RunAsync(database, command);
    }

    public Task<WireClient> ConnectAsync()
    {
        var address = PlainAddress().Match(Uri);
        return WireClient.ConnectAsync(address.Groups["host"].Value, int.Parse(address.Groups["port"].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>Sets MongoDB's fail point "failCommand", for example { failCommands: ["insert"], errorCode: 14031 }.</summary>
    /// <param name="mode">"alwaysOn", "off" or { times: n }.</param>
    public async Task FailAsync(BsonValue mode, BsonDocument? data = null)
    {
        var command = new BsonDocument { { "configureFailPoint", "failCommand" }, { "mode", mode }, { "data", data ?? [] } };
        var reply = await RunAsync("admin", command);
        if (reply?["ok"].ToBoolean() != true)
        {
            throw new InvalidOperationException($"The server takes no fail point: {reply?.GetValue("errmsg", "") ?? "it closed the connection"}");
        }
    }

    /// <summary>Kills the engine as a crash does: every connection ends, and none can be made.</summary>
    public Task KillEngineAsync() => Own.KillAsync();

    /// <summary>Starts the killed engine on its data. Clients can connect again when this is done.</summary>
    public async Task StartEngineAsync()
    {
        await Own.StartAsync();
        while (await RunAsync("admin", new BsonDocument("ping", 1)) is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    // One host, no user, no TLS.
    [GeneratedRegex(@"^mongodb://(?<host>[^@:/,]+):(?<port>\d+)(?:/(?!.*\b(?:tls|ssl)=true).*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainAddress();
}
