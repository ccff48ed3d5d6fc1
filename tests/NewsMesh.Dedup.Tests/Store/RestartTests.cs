using NewsMesh.Dedup.Service;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Dedup.Tests.Quality;

namespace NewsMesh.Dedup.Tests.Store;

/// <summary>A process that has just started judges as one that never ended: it learns from the store first.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private readonly TemporaryStore _restarted = new();
    private readonly TemporaryStore _lasting = new();

    public Task InitializeAsync() => Task.WhenAll(_restarted.InitializeAsync(), _lasting.InitializeAsync());

    public Task DisposeAsync() => Task.WhenAll(_restarted.DisposeAsync(), _lasting.DisposeAsync());

    [Fact]
    public async Task Rarity_and_repeated_passages_are_known_again()
    {
        // A small prior, so that the few articles make words common.
        var parameters = DedupParameters.Default with { FrequencyPrior = 1 };
        var articles = OwnArticles.All;
        var lasting = _lasting.Stage(parameters);
        for (var i = 0; i < articles.Count; i++)
        {
            if (i == articles.Count / 2)
                await _restarted.RestartAsync();
            // A stage of its own for every article is a restart before every article.
            await PlaceAsync(_restarted.Stage(parameters), articles[i]);
            await PlaceAsync(lasting, articles[i]);
        }

        var unseeded = 0;
        foreach (var article in articles)
        {
            var expected = await _lasting.Store.DedupIndex.GetAsync(article.Id);
            var actual = await _restarted.Store.DedupIndex.GetAsync(article.Id);
            Assert.Equal(expected!.Signature, actual!.Signature);
            Assert.Equal(expected.Placement, actual.Placement);
            unseeded += actual.Signature.SequenceEqual(
                new SignatureBuilder(parameters).Build(article.Title, article.Text + Footer(article), "one source").Encode()) ? 1 : 0;
        }

        Assert.InRange(unseeded, 0, articles.Count / 2);
    }

    private static string Footer(OwnArticle article) =>
        $"\n\n{article.Source} belongs to its readers, who pay for it with 4 crowns a month; write to us, call us, or come by at the desk.";

    private static Task<DedupOutcome> PlaceAsync(DedupStage stage, OwnArticle article) => stage.PlaceAsync(
        article.Id, 1, article.Title, article.Text + Footer(article), article.PublishedAt, article.PublishedAt, "one source");
}
