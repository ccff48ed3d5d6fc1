using MongoDB.Bson;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.MongoGateway.Tests.Support;

namespace NewsMesh.MongoGateway.Tests;

/// <summary>Writes on one document at the same time: each is whole, none is lost, a condition holds for one alone.</summary>
[Collection(OnSharedServer.Name)]
public sealed class ConcurrencyTests(MongoServerFixture fixture)
{
    private const int Clients = 8;
    private const int Rounds = 25;
    private readonly string _database = MongoServer.NewDatabaseName();

    [MongoFact]
    public async Task No_increment_is_lost()
    {
        await OnAllClientsAsync((_, _) => new BsonDocument
        {
            { "findAndModify", "things" }, { "query", new BsonDocument("_id", "one") }, { "upsert", true },
            { "update", new BsonDocument("$inc", new BsonDocument("n", 1)) },
        });
        Assert.Equal(Clients * Rounds, (await OneAsync("one"))["n"].ToInt32());
    }

    [MongoFact]
    public async Task A_condition_lets_one_client_through()
    {
        await InsertAsync(new BsonDocument { { "_id", "owned" }, { "revision", 0 } });
        var replies = await OnAllClientsAsync((client, round) => new BsonDocument
        {
            { "update", "things" },
            {
                "updates", new BsonArray
                {
                    new BsonDocument
                    {
                        { "q", new BsonDocument { { "_id", "owned" }, { "revision", round } } },
                        { "u", new BsonDocument { { "$set", new BsonDocument("owner", client) }, { "$inc", new BsonDocument("revision", 1) } } },
                    },
                }
            },
        });

        // Each revision went to one client at most: as many writes were told to be done as were done.
        Assert.Equal((await OneAsync("owned"))["revision"].ToInt32(), replies.Sum(reply => reply["nModified"].ToInt32()));
    }

    [MongoFact]
    public async Task One_of_many_equal_inserts_wins()
    {
        var replies = await OnAllClientsAsync((_, round) => new BsonDocument
        {
            { "insert", "things" }, { "documents", new BsonArray { new BsonDocument("_id", round) } },
        });
        Assert.Equal(Rounds, replies.Sum(reply => reply["n"].ToInt32()));
        Assert.Equal(
            Rounds * (Clients - 1),
            replies.Count(reply => reply.TryGetValue("writeErrors", out var errors) && errors[0]["code"].ToInt32() == 11000));
    }

    [MongoFact]
    public async Task Bulk_writes_across_each_other_end_well()
    {
        var replies = await OnAllClientsAsync((client, _) => new BsonDocument
        {
            { "update", "things" },
            {
                // Every other client goes through the documents the other way round.
                "updates", new BsonArray(Enumerable.Range(0, 10).Select(i => new BsonDocument
                {
                    { "q", new BsonDocument("_id", client % 2 == 0 ? i : 9 - i) },
                    { "u", new BsonDocument("$inc", new BsonDocument("n", 1)) },
                    { "upsert", true },
                }))
            },
        });
        Assert.All(replies, reply => Assert.Equal(10, reply.GetValue("n", 0).ToInt32()));
        Assert.Equal(Clients * Rounds, (await OneAsync(0))["n"].ToInt32());
    }

    private async Task<List<BsonDocument>> OnAllClientsAsync(Func<int, int, BsonDocument> command)
    {
        // The collection is there before: making it is another race.
        await fixture.Server.RunAsync(_database, new BsonDocument("create", "things"));
        var replies = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            await using var connection = await fixture.Server.ConnectAsync();
            var own = new List<BsonDocument>();
            for (var round = 0; round < Rounds; round++)
            {
                own.Add((await connection.RunAsync(_database, command(client, round)))!);
            }

            return own;
        }));
        var all = replies.SelectMany(own => own).ToList();
        Assert.All(all, reply => Assert.True(reply["ok"] == 1, reply.ToString()));
        return all;
    }

    private Task<BsonDocument?> InsertAsync(BsonDocument document) =>
        fixture.Server.RunAsync(_database, new BsonDocument { { "insert", "things" }, { "documents", new BsonArray { document } } });

    private async Task<BsonDocument> OneAsync(BsonValue id)
    {
        var reply = await fixture.Server.RunAsync(_database, new BsonDocument { { "find", "things" }, { "filter", new BsonDocument("_id", id) } });
        return Assert.Single(reply!["cursor"]["firstBatch"].AsBsonArray).AsBsonDocument;
    }
}
