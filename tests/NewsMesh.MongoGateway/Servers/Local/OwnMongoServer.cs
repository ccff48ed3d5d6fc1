namespace NewsMesh.MongoGateway.Servers;

/// <summary>A private engine behind a gateway in this process.</summary>
internal sealed class OwnMongoServer : IAsyncDisposable
{
    private readonly DocumentDbServer _engine;
    private readonly Gateway _gateway;

    private OwnMongoServer(DocumentDbServer engine, Gateway gateway) => (_engine, _gateway) = (engine, gateway);

    /// <summary>Why none can be started here, or null.</summary>
    public static string? Missing => DocumentDbServer.Missing;

    /// <summary>The server's URI, without a database.</summary>
    public string Uri => _gateway.Uri;

    /// <param name="replicaSet">Name of the replica set that it is the one member of; null for a standalone.</param>
    public static async Task<OwnMongoServer> StartNewAsync(string? replicaSet)
    {
        var engine = await DocumentDbServer.StartNewAsync();
        return new(engine, await Gateway.StartAsync(new GatewayOptions { Engine = engine.ConnectionString, ReplicaSet = replicaSet }));
    }

    /// <summary>Kills the engine as a crash does: every connection ends, and none can be made.</summary>
    public Task KillAsync() => _engine.KillAsync();

    /// <summary>Starts the killed engine on its data.</summary>
    public Task StartAsync() => _engine.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _engine.DisposeAsync();
    }
}
