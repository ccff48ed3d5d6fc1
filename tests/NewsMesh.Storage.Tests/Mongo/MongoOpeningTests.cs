using System.Collections.Concurrent;
using MongoDB.Bson;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Mongo.Connection;
using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Mongo;

/// <summary>Start: schema, retention, and databases that are not to be used.</summary>
public sealed class MongoOpeningTests : IAsyncLifetime
{
    private MongoTestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await MongoTestDatabase.CreateAsync();

    public Task DisposeAsync()
    {
        _database.Dispose();
        return Task.CompletedTask;
    }

    [MongoFact]
    public async Task The_database_says_whose_it_is_and_its_schemas_version()
    {
        await using var store = await _database.OpenAsync();

        var meta = await _database.FirstAsync("meta");

        Assert.Equal(("schema", "newsmesh", MongoSchema.Version), (meta["_id"], meta["application"], meta["version"]));
        Assert.Equal(
            MongoSchema.Indexes.Where(i => i.Collection == "listing").Select(i => i.Name).Append("_id_").Order(),
            (await IndexesAsync("listing")).Select(i => i["name"].AsString).Order());
    }

    [MongoFact]
    public async Task Many_that_start_at_once_all_start()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _database.OpenAsync()));

        await Task.WhenAll(stores.Select(s => s.Submissions.ReceiveAsync(Given.Submission("s"))));
        Assert.Equal(1, (await stores[0].Submissions.CountByStatusAsync()).Values.Sum());
        await Task.WhenAll(stores.Select(s => s.DisposeAsync().AsTask()));
    }

    [MongoFact]
    public async Task A_second_start_keeps_what_is_there()
    {
        await using (var first = await _database.OpenAsync())
        {
            await first.Articles.TryAddAsync(Given.Revision("a"));
        }

        await using var second = await _database.OpenAsync();

        Assert.NotNull(await second.Articles.GetAsync("a", 1));
    }

    [MongoFact]
    public async Task A_newer_schema_is_refused()
    {
        await (await _database.OpenAsync()).DisposeAsync();
        await _database.RunAsync(new BsonDocument
        {
            { "update", "meta" },
            { "updates", new BsonArray { BsonDocument.Parse("{ q: { _id: 'schema' }, u: { $set: { version: 99 } } }") } },
        });

        var e = await Assert.ThrowsAsync<StoreConfigurationException>(() => _database.OpenAsync());

        Assert.Contains("schema 99", e.Message, StringComparison.Ordinal);
    }

    [MongoFact]
    public async Task The_database_of_another_program_is_refused_and_left_as_it_is()
    {
        await _database.RunAsync(BsonDocument.Parse("{ insert: 'articles', documents: [ { _id: 1, theirs: true } ] }"));

        var e = await Assert.ThrowsAsync<StoreConfigurationException>(() => _database.OpenAsync());

        Assert.Contains("another program", e.Message, StringComparison.Ordinal);
        Assert.Single(await IndexesAsync("articles"));
    }

    [MongoFact]
    public async Task A_database_with_other_collections_is_shared()
    {
        await _database.RunAsync(BsonDocument.Parse("{ insert: 'weather', documents: [ { _id: 1 } ] }"));

        await using var store = await _database.OpenAsync();

        Assert.True(await store.Articles.TryAddAsync(Given.Revision("a")));
    }

    [MongoFact]
    public async Task Retention_is_set_changed_and_taken_back_with_the_settings()
    {
        await OpenAndCloseAsync(new StoreOptions { RawPageRetention = TimeSpan.FromDays(30), StoryRetention = TimeSpan.FromDays(90) });
        Assert.Equal(("receivedAt", 30 * 86_400L), await RetentionAsync("rawPages"));
        Assert.Equal(("receivedAt", 30 * 86_400L), await RetentionAsync("rawPageParts"));
        Assert.Equal(("lastAt", 90 * 86_400L), await RetentionAsync("stories"));
        Assert.Null(await RetentionAsync("articles"));

        await OpenAndCloseAsync(new StoreOptions { RawPageRetention = TimeSpan.FromDays(7) });
        Assert.Equal(("receivedAt", 7 * 86_400L), await RetentionAsync("rawPages"));
        Assert.Null(await RetentionAsync("stories"));

        await OpenAndCloseAsync(new StoreOptions());
        Assert.Null(await RetentionAsync("rawPages"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_away_without_secrets()
    {
        await using var store = MongoStore.Open("mongodb://user:secret@127.0.0.1:9/news?serverSelectionTimeoutMS=300");

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.InitializeAsync());

        Assert.Contains("mongodb://127.0.0.1:9/news", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal);
    }

    [MongoEngineTheory]
    [InlineData(null, false)]
    [InlineData("rs0", true)]
    public async Task Only_a_server_with_a_majority_is_asked_for_what_it_has(string? replicaSet, bool asked)
    {
        await using var server = await MongoServer.StartNewAsync(replicaSet);
        var sent = new ConcurrentQueue<BsonDocument>();
        await using var store = MongoStore.Open(
            server.UriOf("news"), null, null, address => new RecordingConnection(MongoConnection.Open(address), sent));
        await store.InitializeAsync();

        Assert.True(await store.Articles.TryAddAsync(Given.Revision("a")));
        Assert.NotNull(await store.Articles.GetAsync("a", 1));

        Assert.Equal(asked, sent.Last(c => c.Contains("find")).Contains("readConcern"));
        Assert.Equal(
            new BsonDocument { { "w", "majority" }, { "j", true }, { "wtimeout", 15_000 } },
            sent.Last(c => c.Contains("insert"))["writeConcern"]);
    }

    private async Task OpenAndCloseAsync(StoreOptions options) => await (await _database.OpenAsync(options)).DisposeAsync();

    private async Task<(string Field, long Seconds)?> RetentionAsync(string collection) =>
        (await IndexesAsync(collection)).Where(i => i["name"] == "retention")
            .Select(i => ((string, long)?)(i["key"].AsBsonDocument.GetElement(0).Name, i["expireAfterSeconds"].ToInt64()))
            .SingleOrDefault();

    private async Task<IEnumerable<BsonValue>> IndexesAsync(string collection) =>
        (await _database.RunAsync(new BsonDocument { { "listIndexes", collection }, { "cursor", new BsonDocument() } }))
            ["cursor"]["firstBatch"].AsBsonArray;
}
