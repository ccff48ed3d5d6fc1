using MongoDB.Bson;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Mongo;

/// <summary>What other clients of the database see, and what does not fit into one document.</summary>
public sealed class MongoDocumentTests : IAsyncLifetime
{
    private MongoTestDatabase _database = null!;
    private MongoStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await MongoTestDatabase.CreateAsync();
        _store = await _database.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _database.Dispose();
    }

    [MongoFact]
    public async Task An_article_has_the_events_fields_with_dates_as_dates()
    {
        await _store.Articles.TryAddAsync(Given.Revision("a") with { Entities = [Given.Entity("PERSON", "Ada")] });

        var document = await _database.FirstAsync("articles");

        Assert.Equal("a:1", document["_id"]);
        Assert.Equal(("a", 1), (document["articleId"].AsString, document["revision"].AsInt32));
        Assert.Equal(new BsonDateTime(Given.Noon.UtcDateTime), document["receivedAt"]);
        Assert.Equal(Given.Noon.UtcTicks, document["receivedAtTicks"].AsInt64);
        Assert.Equal(345, document["receivedAtOffset"].AsInt32);
        Assert.Equal(BsonType.DateTime, document["publishedAt"].BsonType);
        Assert.Equal(BsonType.DateTime, document["stages"][0]["startedAt"].BsonType);
        Assert.Equal("Ada", document["entities"][0]["mentions"][0]["text"].AsString);
        Assert.Equal(new BsonDocument { { "name", "Desk" }, { "value", "1" } }, document["metadata"][0]);
        Assert.False(document.Contains("announcedAt"));
        Assert.DoesNotContain(document, element => element.Value.IsBsonNull);
    }

    [MongoFact]
    public async Task A_page_is_compressed_binary()
    {
        var content = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>The same again.</p>", 1000)));
        await _store.RawPages.TryAddAsync(Given.RawPage("r", content));

        var document = await _database.FirstAsync("rawPages");

        Assert.Equal(("br", content.Length), (document["encoding"].AsString, document["length"].AsInt32));
        Assert.Equal(BsonType.Binary, document["content"].BsonType);
        Assert.InRange(document["content"].AsByteArray.Length, 1, content.Length / 10);
        Assert.False(document.Contains("parts"));
    }

    [MongoFact]
    public async Task A_page_over_the_size_of_a_document_is_kept_in_parts()
    {
        var content = new byte[(2 * MongoLimits.PageBytes) + 1000];
        new Random(1).NextBytes(content);

        Assert.True(await _store.RawPages.TryAddAsync(Given.RawPage("r", content)));
        Assert.False(await _store.RawPages.TryAddAsync(Given.RawPage("r", content)));

        Assert.Equal(2, (await _database.FirstAsync("rawPages"))["parts"].AsInt32);
        var stored = (await _store.RawPages.GetAsync("r"))!.Content;
        Assert.True(content.AsSpan().SequenceEqual(stored));
    }

    [MongoFact]
    public async Task An_article_over_the_limit_is_refused_before_it_is_sent()
    {
        var huge = Given.Revision("huge", text: new string('x', MongoLimits.RevisionBytes));

        await Assert.ThrowsAsync<DocumentTooLargeException>(() => _store.Articles.TryAddAsync(huge));

        Assert.Null(await _store.Articles.GetAsync("huge", 1));
    }

    [MongoFact]
    public async Task Entities_over_the_limit_are_refused_and_the_largest_that_fit_are_kept()
    {
        var text = new string('x', MongoLimits.RevisionBytes - 4096);
        await _store.Articles.TryAddAsync(Given.Revision("a", text: text) with { ContentHash = "hash" });
        var name = new string('n', 1000);

        await Assert.ThrowsAsync<DocumentTooLargeException>(() => SetAsync(MongoLimits.EntitiesBytes / 1000));
        Assert.True(await SetAsync(MongoLimits.EntitiesBytes / 2200));
        Assert.True(await _store.Articles.TrySetDedupAsync("a", 1, Given.Unique("a"), Given.Story("s"), Given.Deduplicated));
        await _store.Articles.SetAnnouncedAsync("a", 1, "s", Given.Noon);

        Assert.Equal(text, (await _store.Articles.SearchAsync(new ArticleQuery())).Items.Single().Article.Text);

        Task<bool> SetAsync(int count) => _store.Articles.TrySetEntitiesAsync(
            "a", 1, [.. Enumerable.Repeat(Given.Entity("PERSON", name), count)], Given.Recognized);
    }

    [MongoFact]
    public async Task A_listing_larger_than_one_reply_is_whole()
    {
        var text = new string('x', 6 << 20);
        foreach (var id in new[] { "a", "b", "c", "d" })
        {
            await _store.Articles.TryAddAsync(
                Given.Revision(id, text: text, receivedAt: Given.Noon.AddMinutes(id[0])) with { ContentHash = "hash" });
        }

        var found = await _store.Articles.FindUnannouncedAsync(Given.Noon.AddDays(1), 10);

        Assert.Equal(["a", "b", "c", "d"], found.Select(f => f.ArticleId));
        Assert.All(found, f => Assert.Equal(text.Length, f.Article.Text.Length));
    }

    [MongoFact]
    public async Task Half_a_surrogate_pair_becomes_one_replacement_character()
    {
        await _store.Articles.TryAddAsync(Given.Revision("a", text: "x\uD83Dy"));

        Assert.Equal("x\uFFFDy", (await _store.Articles.GetAsync("a", 1))!.Article.Text);
    }

    [MongoFact]
    public async Task A_long_look_up_ranks_as_a_short_one_does()
    {
        await _store.DedupIndex.AddAsync(Given.Signature("one", [1], Given.Noon));
        await _store.DedupIndex.AddAsync(Given.Signature("three", [1, 7000, 12_000], Given.Noon.AddMinutes(3)));
        await _store.DedupIndex.AddAsync(Given.Signature("two, b", [1, 12_000], Given.Noon.AddMinutes(1)));
        await _store.DedupIndex.AddAsync(Given.Signature("two, a", [7000, 12_000], Given.Noon.AddMinutes(1)));
        long[] shortList = [1, 7000, 12_000];

        var ranked = await FindAsync([.. Enumerable.Range(1, 12_000).Select(i => (long)i)]);

        Assert.Equal(["three", "two, a", "two, b"], ranked);
        Assert.Equal(await FindAsync(shortList), ranked);

        async Task<IEnumerable<string>> FindAsync(IReadOnlyList<long> bands) =>
            (await _store.DedupIndex.FindCandidatesAsync(bands, Given.Noon, 3)).Select(s => s.ArticleId);
    }
}
