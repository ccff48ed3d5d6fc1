using NewsMesh.Dedup.Placing;

namespace NewsMesh.Dedup.Tests.Placing;

public sealed class InMemorySignatureIndexTests
{
    [Fact]
    public async Task Removal_forgets_old_articles_and_keeps_the_others_findable()
    {
        var index = new InMemorySignatureIndex();
        var finder = new NearDuplicateFinder(index, DedupParameters.Default);
        for (var i = 0; i < 200; i++)
            await finder.PlaceAsync(Article(i));
        var removed = new Dictionary<string, Placement?>();

        index.RemoveBefore(Texts.Noon.AddMinutes(150), removed.Add);

        Assert.Equal(50, index.Count);
        Assert.Equal(150, removed.Count);
        Assert.Equal("a3", removed["a3"]!.ClusterId);
        Assert.Null(await index.GetAsync("a149"));
        var copy = await finder.PlaceAsync(Article(170) with { ArticleId = "copy", ReceivedAt = Texts.Noon.AddDays(1) });
        Assert.Equal("a170", copy.Placement.Of);
        var late = await finder.PlaceAsync(Article(20) with { ArticleId = "late", ReceivedAt = Texts.Noon.AddDays(1) });
        Assert.Null(late.Placement.Of);
    }

    [Fact]
    public async Task A_band_gives_the_latest_articles_only()
    {
        var parameters = DedupParameters.Default with { MaxArticlesPerBand = 3 };
        var index = new InMemorySignatureIndex(parameters);
        for (var i = 0; i < 10; i++)
            await index.AddAsync(Texts.Article($"a{i}", Texts.Body, minutes: i));

        var found = await index.FindCandidatesAsync(Texts.Sign(Texts.Title, Texts.Body).Bands, Texts.Noon, 100);

        Assert.Equal(["a7", "a8", "a9"], found.Select(article => article.ArticleId));
    }

    private static IndexedArticle Article(int number) => Texts.Article($"a{number}", "", minutes: number) with
    {
        Signature = Texts.Sign("", string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{(number * 7919) + (i * 104_729)}"))),
    };
}
