using MongoDB.Bson;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Tests.Mongo;

/// <summary>A database of its own on the assembly's server, gone when the test is.</summary>
internal sealed class MongoTestDatabase : IDisposable
{
    /// <summary>Started with the first test that needs it; its engine ends with this process.</summary>
    private static readonly Lazy<Task<MongoServer>> Server = new(() => MongoServer.StartNewAsync());

    private MongoTestDatabase(MongoServer server)
    {
        Host = server;
        Address = server.UriOf(Name);
    }

    /// <summary>The server, which the other tests of the assembly use at the same time.</summary>
    public MongoServer Host { get; }

    public string Name { get; } = MongoServer.NewDatabaseName();

    /// <summary>The database's connection string.</summary>
    public string Address { get; }

    public static async Task<MongoTestDatabase> CreateAsync() => new(await Server.Value);

    public async Task<MongoStore> OpenAsync(StoreOptions? options = null)
    {
        var store = MongoStore.Open(Address, options);
        await store.InitializeAsync();
        return store;
    }

    /// <summary>Runs one command on the database, past the store.</summary>
    public async Task<BsonDocument> RunAsync(BsonDocument command)
    {
        await using var connection = MongoConnection.Open(MongoAddress.Parse(Address).ConnectionString);
        return await connection.RunAsync(Name, command, MongoCommandKind.Write, CancellationToken.None);
    }

    /// <summary>The first document of a collection that a filter meets, past the store.</summary>
    public async Task<BsonDocument> FirstAsync(string collection, BsonDocument? filter = null)
    {
        var reply = await RunAsync(new BsonDocument { { "find", collection }, { "filter", filter ?? [] }, { "limit", 1 } });
        return reply["cursor"]["firstBatch"].AsBsonArray.Single().AsBsonDocument;
    }

    public void Dispose() => RunAsync(new BsonDocument("dropDatabase", 1)).GetAwaiter().GetResult();
}
