namespace NewsMesh.MongoGateway.Servers;

/// <summary>A private engine behind a gateway in this process.</summary>
internal sealed class LocalMongoServer : IOwnMongoServer
{
    private readonly DocumentDbServer _engine;
    private readonly Gateway _gateway;

    private LocalMongoServer(DocumentDbServer engine, Gateway gateway) => (_engine, _gateway) = (engine, gateway);

    /// <summary>Why none can be started here, or null.</summary>
    public static string? Missing => DocumentDbServer.Missing;

    public string Uri => _gateway.Uri;

    /// <param name="replicaSet">Name of the replica set that it is the one member of; null for a standalone.</param>
    public static async Task<LocalMongoServer> StartNewAsync(string? replicaSet)
    {
        var engine = await DocumentDbServer.StartNewAsync();
        return new(engine, await Gateway.StartAsync(new GatewayOptions { Engine = engine.ConnectionString, ReplicaSet = replicaSet }));
    }

    public Task KillAsync() => _engine.KillAsync();

    public Task StartAsync() => _engine.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }
}
