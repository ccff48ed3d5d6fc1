using System.Collections.Concurrent;
using MongoDB.Bson;
using NewsMesh.Contracts;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Mongo.Connection;
using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Mongo;

/// <summary>Every command of the adapter finds its documents by an index: the server is asked for the plan of each.</summary>
public sealed class MongoQueryPlanTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<BsonDocument> _sent = new();
    private MongoTestDatabase _database = null!;
    private MongoStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await MongoTestDatabase.CreateAsync();
        _store = MongoStore.Open(
            _database.Address, null, null, address => new RecordingConnection(MongoConnection.Open(address), _sent));
        await _store.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _database.Dispose();
    }

    [MongoFact]
    public async Task No_command_reads_a_whole_collection()
    {
        await UseEveryCallAsync();
        await SearchWithEveryFilterAsync();

        var asked = _sent
            .Where(c => c.GetElement(0).Name is "find" or "aggregate" or "update" or "delete" or "findAndModify")
            .Select(Query)
            .DistinctBy(c => c.ToJson())
            .ToList();
        Assert.True(asked.Count > 80, $"only {asked.Count} commands were recorded");
        foreach (var command in asked)
        {
            var plan = await ExplainAsync(command);
            var stages = StagesOf(plan).ToList();

            Assert.True(stages.Count > 0, $"no plan for {command}");
            Assert.False(stages.Contains("COLLSCAN"), $"a whole collection is read by {command}: {plan}");
        }
    }

    [MongoFact]
    public async Task The_plan_of_a_query_without_an_index_says_so()
    {
        await _store.Articles.TryAddAsync(Given.Revision("a"));

        var plan = await ExplainAsync(new BsonDocument { { "find", "articles" }, { "filter", new BsonDocument("wordCount", 2) } });

        Assert.Contains("COLLSCAN", StagesOf(plan));
    }

    private Task<BsonDocument> ExplainAsync(BsonDocument command) =>
        _database.RunAsync(new BsonDocument { { "explain", command }, { "verbosity", "queryPlanner" } });

    private async Task UseEveryCallAsync()
    {
        var articles = _store.Articles;
        await articles.TryAddAsync(Given.Revision("a"));
        await articles.GetAsync("a", 1);
        await articles.GetLatestAsync("a");
        await articles.GetRevisionsAsync("a");
        await articles.FindBySubmissionAsync("a", "s");
        await articles.TrySetEntitiesAsync("a", 1, [Given.Entity("PERSON", "Ada")], Given.Recognized);
        await articles.TrySetDedupAsync("a", 1, Given.Unique("a"), Given.Story("s"), Given.Deduplicated);
        await articles.ClaimAnnouncementAsync("a", 1, "m", Given.Noon, Given.Noon);
        await articles.SetAnnouncedAsync("a", 1, "s", Given.Noon);
        await articles.SetSupersededAsync("a", 1);
        await articles.FindUnannouncedAsync(Given.Noon, 10);
        await articles.CountEntitiesAsync(null, null, 10);
        await articles.CountEntitiesAsync("PERSON", null, 10);
        await articles.CountEntitiesAsync(null, "a", 10);
        await articles.CountEntitiesAsync("PERSON", "a", 10);
        var submissions = _store.Submissions;
        await submissions.ReceiveAsync(Given.Submission("s"));
        await submissions.ReceiveAsync(Given.Submission("s"));
        await submissions.GetAsync("s");
        await submissions.FindPendingByBodyAsync("hash");
        await submissions.SetArticleAsync("s", "a", "r");
        await submissions.TrySetOutcomeAsync(
            new SubmissionOutcome { SubmissionId = "s", Status = SubmissionStatus.Enriched, FinishedAt = Given.Noon });
        await submissions.FindPendingAsync(Given.Noon, 10);
        await submissions.CountByStatusAsync();
        await _store.RawPages.TryAddAsync(Given.RawPage("r"));
        await _store.RawPages.GetAsync("r");
        await _store.RawPages.GetRevisionAsync("r");
        await _store.RawPages.SetRevisionAsync("r", 1);
        await _store.Rejections.TryAddAsync(Given.Rejection("r"));
        await _store.Rejections.ListAsync(10);
        await _store.Rejections.CountByReasonAsync();
        await _store.DedupIndex.AddAsync(Given.Signature("a", [1]));
        await _store.DedupIndex.GetAsync("a");
        await _store.DedupIndex.FindCandidatesAsync([1], Given.Noon, 10);
        await _store.DedupIndex.TryPlaceAsync("a", Given.Placement("a"), null);
        await _store.DedupIndex.TryPlaceAsync("a", Given.Placement("a"), Given.Placement("a"));
        await _store.DedupIndex.GetClusterAsync("a", 10);
        await _store.DedupIndex.GetRecentAsync(10);
        await _store.DedupIndex.GetOutdatedAsync(9, null, 10);
        await _store.DedupIndex.GetOutdatedAsync(9, Given.Signature("a", [1]), 10);
        await _store.DedupIndex.TryUpgradeAsync(Given.Signature("a", [1]) with { SignatureVersion = 9 });
        await _store.DedupIndex.RemoveBeforeAsync(Given.Noon);
        await _store.Stories.TryPutAsync(Given.StoryOf("s", [1], ["a"]), 0);
        await _store.Stories.TryPutAsync(Given.StoryOf("s", [1], ["a"]), 1);
        await _store.Stories.GetAsync("s");
        await _store.Stories.FindByTermsAsync([1], Given.Noon, 10);
        await _store.Stories.FindByArticleAsync("a");
        await _store.Stories.ListAsync(10, null);
    }

    private async Task SearchWithEveryFilterAsync()
    {
        for (var filters = 0; filters < 1 << 6; filters++)
        {
            var set = filters;
            await _store.Articles.SearchAsync(new ArticleQuery
            {
                Text = Has(0) ? "word" : null,
                Entity = Has(1) ? "name" : null,
                Source = Has(2) ? "outlet" : null,
                StoryId = Has(3) ? "story" : null,
                Duplicate = Has(4) ? DuplicateStatus.Near : null,
                From = Has(5) ? DateTimeOffset.UnixEpoch : null,
            });

            bool Has(int bit) => (set & (1 << bit)) != 0;
        }
    }

    /// <summary>The command without what no plan depends on, and some servers do not explain.</summary>
    private static BsonDocument Query(BsonDocument command) => new(
        command.Where(e => e.Name is not ("writeConcern" or "readConcern" or "maxTimeMS" or "batchSize")));

    private static IEnumerable<string> StagesOf(BsonValue plan) => plan switch
    {
        BsonDocument document => document.SelectMany(e => e is { Name: "stage", Value: BsonString stage } ? [stage.Value] : StagesOf(e.Value)),
        BsonArray array => array.SelectMany(StagesOf),
        _ => [],
    };
}
