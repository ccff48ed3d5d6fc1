using NewsMesh.Contracts;
using NewsMesh.Dedup.Service;
using NewsMesh.Dedup.Stories;
using NewsMesh.Dedup.Tests.Quality;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Dedup.Tests.Store;

/// <summary>What stories know after a restart.</summary>
public sealed class StoryRestartTests : IAsyncLifetime
{
    private readonly TemporaryStore _store = new();

    public Task InitializeAsync() => _store.InitializeAsync();

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_restarted_process_groups_as_one_that_never_ended()
    {
        var half = OwnArticles.All.Count / 2;
        await PlaceAsync(_store.Stage(), OwnArticles.All.Take(half));
        await _store.RestartAsync();
        await PlaceAsync(_store.Stage(), OwnArticles.All.Skip(half));

        await using var other = new OtherStore();
        await other.Store.InitializeAsync();
        await PlaceAsync(other.Store.Stage(), OwnArticles.All, other.Store);
        foreach (var article in OwnArticles.All)
        {
            var (restarted, lasting) = (await StoryAsync(_store, article.Id), await StoryAsync(other.Store, article.Id));
            Assert.Equal(lasting.StoryId, restarted.StoryId);
            Assert.Equal(lasting.Title, restarted.Title);
            Assert.Equal(lasting.ArticleIds, restarted.ArticleIds);
            // The very weights of the words, since document frequencies were counted again.
            var (before, after) = (Evidence(lasting, article.Id), Evidence(restarted, article.Id));
            Assert.Equal(before.Terms.All.Weights, after.Terms.All.Weights);
            Assert.Equal(before.Closest, after.Closest);
        }
    }

    [Fact]
    public async Task Without_the_articles_that_came_before_words_weigh_otherwise()
    {
        var half = OwnArticles.All.Count / 2;
        await PlaceAsync(_store.Stage(), OwnArticles.All.Take(half));
        var last = OwnArticles.All[half];
        var recalled = _store.Stage();
        await PlaceAsync(recalled, [last]);
        await using var other = new OtherStore();
        await other.Store.InitializeAsync();
        await PlaceAsync(other.Store.Stage(), [last], other.Store);

        Assert.NotEqual(
            Evidence(await StoryAsync(other.Store, last.Id), last.Id).Terms.All.Weights,
            Evidence(await StoryAsync(_store, last.Id), last.Id).Terms.All.Weights);
    }

    private static MemberEvidence Evidence(StoryDocument story, string articleId) =>
        StoryStateCodec.Decode(story.State, story.ArticleIds).Single(member => member.ArticleId == articleId).Evidence!;

    private static async Task<StoryDocument> StoryAsync(TemporaryStore store, string articleId) =>
        (await store.Store.Stories.FindByArticleAsync(articleId))!;

    private Task PlaceAsync(DedupStage stage, IEnumerable<OwnArticle> articles) => PlaceAsync(stage, articles, _store);

    private static async Task PlaceAsync(DedupStage stage, IEnumerable<OwnArticle> articles, TemporaryStore store)
    {
        foreach (var article in articles)
        {
            await stage.PlaceAsync(
                article.Id, 1, article.Title, article.Text, article.PublishedAt, article.PublishedAt, article.Source);
            Assert.True(await store.Store.Articles.TryAddAsync(Revision(article)));
            await store.Store.Articles.SetAnnouncedAsync(article.Id, 1, article.Id, article.PublishedAt);
        }
    }

    private static RevisionDocument Revision(OwnArticle article) => new()
    {
        ArticleId = article.Id,
        Revision = 1,
        SubmissionId = article.Id,
        RawId = article.Id,
        Cause = Causes.New,
        TraceId = new string('a', 32),
        ContentHash = article.Id,
        Article = new Article { Title = article.Title, Text = article.Text, ReceivedAt = article.PublishedAt },
    };

    private sealed class OtherStore : IAsyncDisposable
    {
        public TemporaryStore Store { get; } = new();

        public async ValueTask DisposeAsync() => await Store.DisposeAsync();
    }
}
