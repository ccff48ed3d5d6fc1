using MongoDB.Bson;
using NewsMesh.MongoGateway.Servers;

namespace NewsMesh.MongoGateway.Tests.Faults;

/// <summary>The engine is killed, and comes back.</summary>
public sealed class EngineFaultTests
{
    private const string Database = "faults";
    private static readonly BsonBinaryData Session = new(Guid.NewGuid(), GuidRepresentation.Standard);

    [MongoEngineFact]
    public async Task A_killed_engine_is_a_closed_connection_and_back_with_all_that_was_acknowledged()
    {
        await using var server = await MongoServer.StartNewAsync();
        var acknowledged = new List<int>();
        var writing = Task.Run(async () =>
        {
            await using var client = await server.ConnectAsync();
            for (var i = 0; i < 100_000; i++)
            {
                var reply = await client.RunAsync(Database, Insert(i));
                if (reply is null)
                {
                    return;
                }

                Assert.Equal(1, reply["n"].ToInt32());
                acknowledged.Add(i);
            }
        });
        await Task.Delay(TimeSpan.FromSeconds(1));
        await server.KillEngineAsync();
        await writing.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.NotEmpty(acknowledged);

        Assert.Null(await server.RunAsync("admin", new BsonDocument("hello", 1)));
        Assert.Null(await server.RunAsync("admin", new BsonDocument("ping", 1)));

        await server.StartEngineAsync();
        Assert.Equal(1, (await server.RunAsync("admin", new BsonDocument("hello", 1)))!["ok"].ToInt32());
        var count = (await server.RunAsync(Database, new BsonDocument("count", "things")))!["n"].ToInt32();

        // The write that was under way may have been applied, too.
        Assert.InRange(count, acknowledged.Count, acknowledged.Count + 1);
    }

    [MongoEngineFact]
    public async Task An_index_is_whole_when_the_engine_was_killed_after_many_writes()
    {
        const int Documents = 2_000;
        await using var server = await MongoServer.StartNewAsync();
        await server.RunAsync(Database, BsonDocument.Parse("{ createIndexes: 'things', indexes: [{ name: 'byKind', key: { kind: 1, n: 1 } }] }"));
        var documents = Enumerable.Range(0, Documents).Select(n => new BsonDocument { { "_id", n }, { "kind", "a" }, { "n", n } });
        await server.RunAsync(Database, new BsonDocument { { "insert", "things" }, { "documents", new BsonArray(documents) } });
        await server.KillEngineAsync();
        await server.StartEngineAsync();

        var reply = await server.RunAsync(Database, BsonDocument.Parse(
            "{ aggregate: 'things', pipeline: [{ $match: { kind: { $gte: '' } } }, { $group: { _id: '$kind', n: { $sum: 1 } } }], cursor: {} }"));

        Assert.True(reply!["ok"].ToBoolean(), reply.GetValue("errmsg", "").ToString());
        Assert.Equal(Documents, reply["cursor"]["firstBatch"][0]["n"].ToInt32());
    }

    [MongoEngineFact]
    public async Task A_write_sent_again_is_applied_once_even_when_the_engine_was_killed_in_between()
    {
        await using var server = await MongoServer.StartNewAsync();
        await server.RunAsync(Database, Insert(1));
        var first = await server.RunAsync(Database, Increment(5));
        await server.KillEngineAsync();
        await server.StartEngineAsync();
        Assert.Equal(first, await server.RunAsync(Database, Increment(5)));
        Assert.Equal(1, await CountedAsync(server));
        await server.RunAsync(Database, Increment(6));
        Assert.Equal(2, await CountedAsync(server));
    }

    [MongoEngineFact]
    public async Task A_write_sent_twice_at_once_is_applied_once()
    {
        await using var server = await MongoServer.StartNewAsync();
        await server.RunAsync(Database, Insert(1));
        for (var number = 1; number <= 20; number++)
        {
            var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.RunAsync(Database, Increment(number))));
            Assert.All(replies, reply => Assert.Equal(1, reply!["nModified"].ToInt32()));
            Assert.Equal(number, await CountedAsync(server));
        }
    }

    [MongoEngineFact]
    public async Task A_standalone_knows_no_replica_set()
    {
        await using var server = await MongoServer.StartNewAsync(replicaSet: null);
        var hello = await server.RunAsync("admin", new BsonDocument("hello", 1));
        Assert.False(hello!.Contains("setName"));
        Assert.Equal(20, (await server.RunAsync(Database, Increment(1)))!["code"].ToInt32());
    }

    private static async Task<int> CountedAsync(MongoServer server)
    {
        var page = await server.RunAsync(Database, new BsonDocument("find", "things"));
        return page!["cursor"]["firstBatch"][0]["n"].ToInt32();
    }

    private static BsonDocument Insert(int id) => new()
    {
        { "insert", "things" }, { "documents", new BsonArray { new BsonDocument { { "_id", id }, { "n", 0 } } } },
    };

    private static BsonDocument Increment(long number) => new()
    {
        { "update", "things" },
        { "updates", new BsonArray { new BsonDocument { { "q", new BsonDocument("_id", 1) }, { "u", new BsonDocument("$inc", new BsonDocument("n", 1)) } } } },
        { "lsid", new BsonDocument("id", Session) },
        { "txnNumber", number },
    };
}
