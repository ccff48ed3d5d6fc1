using NewsMesh.Contracts;
using NewsMesh.Dedup.Service;
using NewsMesh.Dedup.Tests.Quality;

namespace NewsMesh.Dedup.Tests.Store;

public sealed class DedupStageTests : IAsyncLifetime
{
    private readonly TemporaryStore _store = new();

    public Task InitializeAsync() => _store.InitializeAsync();

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Eight_workers_on_shuffled_arrivals_end_in_the_clusters_of_the_stream()
    {
        var shuffled = OwnArticles.All.ToArray();
        new Random(8).Shuffle(shuffled);
        await Parallel.ForEachAsync(
            shuffled,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (article, ct) => await PlaceAsync(_store.Stage(), article, ct: ct));

        var stream = new StreamDeduplicator();
        foreach (var article in OwnArticles.Stream)
            await stream.AddAsync(article);
        foreach (var (id, cluster) in await stream.GetClustersAsync())
            Assert.Equal(cluster, (await _store.Store.DedupIndex.GetAsync(id))!.Placement!.ClusterId);
        foreach (var article in OwnArticles.All)
            Assert.NotNull(await _store.Store.Stories.FindByArticleAsync(article.Id));
    }

    [Fact]
    public async Task A_restart_loses_nothing()
    {
        var articles = OwnArticles.All;
        foreach (var article in articles.Take(articles.Count / 2))
            await PlaceAsync(_store.Stage(), article);
        await _store.RestartAsync();
        foreach (var article in articles.Skip(articles.Count / 2))
            await PlaceAsync(_store.Stage(), article);

        var stream = new StreamDeduplicator();
        foreach (var article in OwnArticles.Stream)
            await stream.AddAsync(article);
        foreach (var (id, cluster) in await stream.GetClustersAsync())
            Assert.Equal(cluster, (await _store.Store.DedupIndex.GetAsync(id))!.Placement!.ClusterId);
    }

    [Fact]
    public async Task A_repeat_gives_the_same_answer()
    {
        foreach (var id in new[] { "ferry-1", "ferry-2", "ferry-c1", "market-1" })
        {
            var first = await PlaceAsync(_store.Stage(), Own(id));
            await _store.RestartAsync();
            var again = await PlaceAsync(_store.Stage(), Own(id));
            Assert.Equal((first.Duplicate, first.Story), (again.Duplicate, again.Story));
        }
    }

    [Fact]
    public async Task A_repeat_tells_the_members_of_its_story_again_and_a_revision_does_not()
    {
        await PlaceAsync(_store.Stage(), Own("dam-1"));
        var placed = await PlaceAsync(_store.Stage(), Own("dam-2"));
        Assert.Empty(placed.StoryChanges);

        var repeat = await PlaceAsync(_store.Stage(), Own("dam-2"));
        var revision = await PlaceAsync(_store.Stage(), Own("dam-2"), revision: 2);

        var change = Assert.Single(repeat.StoryChanges);
        Assert.Equal(("story-dam-1", null, "repeated"), (change.StoryId, change.MergedInto, change.Because));
        Assert.Equal(["dam-1", "dam-2"], change.Members);
        Assert.Empty(revision.StoryChanges);
        Assert.Equal("story-dam-1", revision.Story.StoryId);
    }

    [Fact]
    public async Task A_story_has_the_entities_of_its_articles_the_most_salient_first()
    {
        var article = Own("dam-1");
        Entity[] entities =
        [
            new() { Type = "PERSON", Name = "Anna Bennett", Salience = 0.2, Mentions = [] },
            new() { Type = "LOCATION", Name = "Tessen", Salience = 0.7, Mentions = [] },
        ];
        await _store.Stage().PlaceAsync(
            article.Id, 1, article.Title, article.Text, article.PublishedAt, article.PublishedAt, article.Source, entities);

        var story = (await _store.Store.Stories.FindByArticleAsync("dam-1"))!;
        Assert.Equal(["Tessen", "Anna Bennett"], story.Entities.Select(entity => entity.Name));
    }

    [Fact]
    public async Task A_copy_is_in_the_story_of_its_original()
    {
        var original = await PlaceAsync(_store.Stage(), Own("ferry-1"));
        var copy = await PlaceAsync(_store.Stage(), Own("ferry-c1"));
        Assert.Equal(("near", "ferry-1"), (copy.Duplicate.Status, copy.Duplicate.Of));
        Assert.Equal(original.Story.StoryId, copy.Story.StoryId);
    }

    [Fact]
    public async Task A_late_original_announces_its_copies_and_joins_their_story()
    {
        var copy = await PlaceAsync(_store.Stage(), Own("ferry-c1"));
        var original = await PlaceAsync(_store.Stage(), Own("ferry-1"));

        Assert.Equal("unique", original.Duplicate.Status);
        var change = Assert.Single(original.DuplicateChanges);
        Assert.Equal(("ferry-c1", "ferry-1", "late_original"), (change.ArticleId, change.Of, change.Because));
        Assert.Equal(copy.Story.StoryId, original.Story.StoryId);
    }

    [Fact]
    public async Task A_signature_of_another_version_matches_nothing_and_harms_nothing()
    {
        await PlaceAsync(_store.Stage(), Own("ferry-1"));
        var stored = (await _store.Store.DedupIndex.GetAsync("ferry-1"))!;
        await _store.Store.DedupIndex.AddAsync(stored with { Revision = 2, SignatureVersion = 99, Signature = [99], Placement = null });

        var copy = await PlaceAsync(_store.Stage(), Own("ferry-c1"));

        Assert.Equal("unique", copy.Duplicate.Status);
    }

    [Fact]
    public async Task A_story_of_another_version_keeps_its_members_and_takes_no_more()
    {
        var first = await PlaceAsync(_store.Stage(), Own("dam-1"));
        var stored = (await _store.Store.Stories.GetAsync(first.Story.StoryId))!;
        Assert.True(await _store.Store.Stories.TryPutAsync(stored with { State = [1, 2, 3] }, stored.Version));

        var second = await PlaceAsync(_store.Stage(), Own("dam-2"));

        Assert.NotEqual(first.Story.StoryId, second.Story.StoryId);
        Assert.Equal(first.Story.StoryId, (await _store.Store.Stories.FindByArticleAsync("dam-1"))!.StoryId);
    }

    [Fact]
    public async Task A_publication_time_far_ahead_of_the_clock_is_not_believed()
    {
        var article = Own("ferry-1");
        var outcome = await _store.Stage().PlaceAsync(
            article.Id, 1, article.Title, article.Text, article.PublishedAt, article.PublishedAt.AddYears(50), article.Source);
        var story = await _store.Store.Stories.GetAsync(outcome.Story.StoryId);
        Assert.Equal(article.PublishedAt, story!.LastAt);
    }

    private static OwnArticle Own(string id) => OwnArticles.All.Single(article => article.Id == id);

    private static Task<DedupOutcome> PlaceAsync(
        DedupStage stage, OwnArticle article, int revision = 1, CancellationToken ct = default) =>
        stage.PlaceAsync(
            article.Id, revision, article.Title, article.Text, article.PublishedAt, article.PublishedAt, article.Source, ct: ct);
}
