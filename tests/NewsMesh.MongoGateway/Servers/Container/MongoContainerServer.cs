using System.Diagnostics;
using System.Globalization;
using MongoDB.Bson;
using NewsMesh.EndToEnd.Tests.Support;
using NewsMesh.MongoGateway.Wire;
using Testcontainers.MongoDb;

namespace NewsMesh.MongoGateway.Servers;

/// <summary>A container of MongoDB with the image of docker-compose.yml, on a Docker engine of this machine.</summary>
/// <remarks>
/// Without users, so that the tests' plain client reaches it, and on the same port inside and outside, so that the address
/// that a replica set tells its clients is one that they reach. The builder's own WithReplicaSet does neither, and cannot be
/// started twice: it initiates the set at every start.
/// </remarks>
internal sealed class MongoContainerServer : IOwnMongoServer
{
    private const string Image = "mongo:8.0";
    private const string Host = "127.0.0.1";
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string? _replicaSet;
    private readonly int _port = Ports.Free();
    private readonly MongoDbContainer _container;

    private MongoContainerServer(string? replicaSet)
    {
        _replicaSet = replicaSet;
        string[] member = replicaSet is null ? [] : ["--replSet", replicaSet];
        _container = new MongoDbBuilder(Image)
            .WithUsername("")
            .WithPassword("")
            .WithCommand(["--port", _port.ToString(CultureInfo.InvariantCulture), "--bind_ip_all", "--setParameter", "enableTestCommands=1", .. member])
            .WithPortBinding(_port, _port)
            .Build();
    }

    public string Uri => $"mongodb://{Host}:{_port}/" + (_replicaSet is null ? "" : $"?replicaSet={_replicaSet}");

    /// <param name="replicaSet">Name of the replica set that it is the one member of; null for a standalone.</param>
    public static async Task<MongoContainerServer> StartNewAsync(string? replicaSet)
    {
        var server = new MongoContainerServer(replicaSet);
        await server._container.StartAsync();
        if (replicaSet is not null)
        {
            var member = new BsonDocument { { "_id", 0 }, { "host", $"{Host}:{server._port}" } };
            await server.RunAsync(new BsonDocument("replSetInitiate", new BsonDocument { { "_id", replicaSet }, { "members", new BsonArray { member } } }));
        }

        await server.WritableAsync();
        return server;
    }

    public Task KillAsync() => _container.StopAsync();

    public async Task StartAsync()
    {
        await _container.StartAsync();
        await WritableAsync();
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private async Task<BsonDocument> RunAsync(BsonDocument command)
    {
        await using var client = await WireClient.ConnectAsync(Host, _port);
        return await client.RunAsync("admin", command) ?? [];
    }

    /// <summary>A member of a replica set takes writes some time after it takes connections.</summary>
    private async Task WritableAsync()
    {
        var watch = Stopwatch.StartNew();
        while (!(await RunAsync(new BsonDocument("hello", 1))).GetValue("isWritablePrimary", false).ToBoolean())
        {
            if (watch.Elapsed > StartPatience)
            {
                throw new InvalidOperationException($"The server at {Uri} takes no writes.");
            }

            await Task.Delay(Pause);
        }
    }
}
