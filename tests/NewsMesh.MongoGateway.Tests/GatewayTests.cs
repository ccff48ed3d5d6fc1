using MongoDB.Bson;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.MongoGateway.Tests.Support;

namespace NewsMesh.MongoGateway.Tests;

/// <summary>What clients do not show: the very replies, bounds, and bytes that no client sends.</summary>
[Collection(OnSharedServer.Name)]
public sealed class GatewayTests(MongoServerFixture fixture)
{
    private readonly string _database = MongoServer.NewDatabaseName();

    private MongoServer Server => fixture.Server;

    [MongoEngineFact]
    public async Task Hello_says_a_replica_set_of_one_member()
    {
        var hello = await RunAsync(new BsonDocument("hello", 1));
        Assert.Equal("rs0", hello["setName"]);
        Assert.Equal(hello["me"], hello["primary"]);
        Assert.Equal([hello["me"]], hello["hosts"].AsBsonArray);
        Assert.True(hello["isWritablePrimary"].AsBoolean);
        Assert.Equal(21, hello["maxWireVersion"].ToInt32());
        Assert.Equal(
            [16 * 1024 * 1024, 48_000_000, 100_000],
            new[] { "maxBsonObjectSize", "maxMessageSizeBytes", "maxWriteBatchSize" }.Select(field => hello[field].ToInt32()));
    }

    [MongoEngineFact]
    public async Task A_document_above_all_limits_is_refused_by_its_number()
    {
        await using var client = await Server.ConnectAsync();
        var large = new BsonDocument("pad", new BsonBinaryData(new byte[17 * 1024 * 1024]));
        var sequences = new Dictionary<string, IEnumerable<BsonDocument>> { ["documents"] = [large] };
        var reply = await client.RunAsync(_database, new BsonDocument("insert", "things"), sequences);
        Assert.Equal(10334, reply!["code"].ToInt32());
        Assert.Equal(1, (await client.RunAsync(_database, new BsonDocument("ping", 1)))!["ok"].ToInt32());
    }

    [MongoEngineFact]
    public async Task Inline_documents_and_documents_beside_the_command_are_the_same()
    {
        await using var client = await Server.ConnectAsync();
        await client.RunAsync(_database, new BsonDocument { { "insert", "things" }, { "documents", new BsonArray { new BsonDocument("_id", 1) } } });
        var sequences = new Dictionary<string, IEnumerable<BsonDocument>> { ["documents"] = [new("_id", 2), new("_id", 3)] };
        Assert.Equal(2, (await client.RunAsync(_database, new BsonDocument("insert", "things"), sequences))!["n"].ToInt32());
        Assert.Equal(3, (await client.RunAsync(_database, new BsonDocument("count", "things")))!["n"].ToInt32());
    }

    [MongoEngineFact]
    public async Task A_cursor_is_read_under_its_own_collection_alone()
    {
        await RunAsync(new BsonDocument
        {
            { "insert", "things" }, { "documents", new BsonArray(Enumerable.Range(0, 10).Select(i => new BsonDocument("_id", i))) },
        });
        var page = await RunAsync(new BsonDocument { { "find", "things" }, { "batchSize", 2 } });
        var id = page["cursor"]["id"];
        Assert.Equal(13, (await RunAsync(new BsonDocument { { "getMore", id }, { "collection", "others" } }))["code"].ToInt32());
        var more = await RunAsync(new BsonDocument { { "getMore", id }, { "collection", "things" } });
        Assert.Equal(8, more["cursor"]["nextBatch"].AsBsonArray.Count);
        Assert.Equal(0, more["cursor"]["id"].ToInt32());
    }

    private async Task<BsonDocument> RunAsync(BsonDocument command) =>
        await Server.RunAsync(_database, command) ?? throw new InvalidOperationException("The server closed the connection.");
}
