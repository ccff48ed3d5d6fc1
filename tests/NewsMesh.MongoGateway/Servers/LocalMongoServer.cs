namespace NewsMesh.MongoGateway.Servers;

/// <summary>A private engine behind a gateway, in this process or in one of its own.</summary>
internal sealed class LocalMongoServer : IOwnMongoServer
{
    private readonly DocumentDbServer _engine;
    private readonly IAsyncDisposable _gateway;

    private LocalMongoServer(DocumentDbServer engine, IAsyncDisposable gateway, string uri) =>
        (_engine, _gateway, Uri) = (engine, gateway, uri);

    /// <summary>Why none can be started here, or null.</summary>
    public static string? Missing => DocumentDbServer.Missing;

    public string Uri { get; }

    /// <param name="replicaSet">Name of the replica set that it is the one member of; null for a standalone.</param>
    public static async Task<LocalMongoServer> StartNewAsync(string? replicaSet)
    {
        var engine = await DocumentDbServer.StartNewAsync();
        var gateway = await Gateway.StartAsync(new GatewayOptions { Engine = engine.ConnectionString, ReplicaSet = replicaSet });
        return new(engine, gateway, gateway.Uri);
    }

    /// <summary>The same with the gateway in a process of its own.</summary>
    public static async Task<LocalMongoServer> StartApartAsync(string? replicaSet)
    {
        var engine = await DocumentDbServer.StartNewAsync();
        var gateway = await GatewayProcess.StartAsync(engine.ConnectionString, replicaSet);
        return new(engine, gateway, gateway.Uri);
    }

    public Task KillAsync() => _engine.KillAsync();

    public Task StartAsync() => _engine.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }
}
