using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Signatures;

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

    [Fact]
    public async Task Candidates_with_the_rarest_shared_bands_come_first_whatever_the_number_of_common_ones()
    {
        var index = new InMemorySignatureIndex(DedupParameters.Default with { Bands = 4, MaxArticlesPerBand = 4 });
        await index.AddAsync(WithBands("rare", 1));
        for (var i = 0; i < 8; i++)
            await index.AddAsync(WithBands($"a{i}", 2, 3));
        await index.AddAsync(WithBands("two", 4));
        await index.AddAsync(WithBands("another two", 4, 3));

        var found = await index.FindCandidatesAsync([1, 2, 3, 4], Texts.Noon, 4);

        // One band of one article; one of two and one of four; two of four, which count as much as one of two and were added earlier.
        Assert.Equal(["rare", "another two", "a5", "a6"], found.Select(article => article.ArticleId));
    }

    [Fact]
    public async Task A_later_revision_is_found_by_its_own_bands_and_outlives_removals()
    {
        var index = new InMemorySignatureIndex();
        await index.AddAsync(WithBands("old", 1));
        await index.AddAsync(WithBands("revised", 1, 2));
        await index.TryPlaceAsync("revised", new Placement { Status = "near", ClusterId = "old", Of = "old", Match = "old", Similarity = 0.5 }, null);
        var revision = WithBands("revised", 2, 3) with { Revision = 2, ReceivedAt = Texts.Noon.AddHours(1), Source = "outlet", PublishedAt = Texts.Noon };
        await index.AddAsync(revision);
        await index.AddAsync(WithBands("empty") with { ReceivedAt = Texts.Noon.AddHours(2), Signature = null });

        index.RemoveBefore(Texts.Noon.AddHours(1), (_, _) => { });

        Assert.Equal(2, index.Count);
        Assert.Empty(await index.FindCandidatesAsync([1], Texts.Noon, 9));
        Assert.Empty(await index.GetClusterAsync("old", 9));
        var found = Assert.Single(await index.FindCandidatesAsync([2, 3], Texts.Noon, 9));
        Assert.Equal(revision.Signature!.Encode(), found.Signature!.Encode());
        Assert.Equal(revision with { Signature = null }, found with { Signature = null });
        Assert.Null((await index.GetAsync("empty"))!.Signature);
    }

    [Fact]
    public async Task Ranking_and_removal_agree_with_an_index_that_looks_at_everything()
    {
        var index = new InMemorySignatureIndex(DedupParameters.Default with { Bands = 6, MaxArticlesPerBand = 5 });
        var random = new Random(1);
        var stored = new List<(string Id, int Minute, long[] Bands)>();
        for (var i = 0; i < 3_000; i++)
        {
            // A few common bands and many rare ones; the same low bits, so that chains are shared.
            var bands = Enumerable.Range(0, random.Next(7)).Select(_ => (long)random.Next(random.Next(2) == 0 ? 20 : 3_000) << 16).Distinct().ToArray();
            stored.Add(($"a{i}", i, bands));
            await index.AddAsync(WithBands($"a{i}", bands) with { ReceivedAt = Texts.Noon.AddMinutes(i) });
            if (i % 1_000 == 999)
            {
                var before = i - 700;
                index.RemoveBefore(Texts.Noon.AddMinutes(before), (_, _) => { });
                stored.RemoveAll(article => article.Minute < before);
            }

            if (i % 50 != 0 || bands.Length == 0)
                continue;
            var found = await index.FindCandidatesAsync(bands, Texts.Noon, 7);
            Assert.Equal(Expected(bands), found.Select(article => article.ArticleId));
        }

        IEnumerable<string> Expected(long[] bands)
        {
            var latest = bands.Select(band => stored.Where(article => article.Bands.Contains(band)).TakeLast(5).ToArray()).ToArray();
            return latest.SelectMany(ofBand => ofBand.Select(article => (article.Id, article.Minute, Weight: 1m / ofBand.Length)))
                .GroupBy(one => (one.Id, one.Minute))
                .OrderByDescending(group => Math.Round(group.Sum(one => one.Weight), 9)).ThenBy(group => group.Key.Minute)
                .Take(7).Select(group => group.Key.Id);
        }
    }

    [Fact]
    public void Blocks_of_signatures_are_let_go_when_none_of_theirs_is_in_use()
    {
        var bytes = new SignatureBytes();
        var signature = Texts.Sign(Texts.Title, Texts.Body);
        var places = Enumerable.Range(0, 5_000).Select(_ => bytes.Add(signature.Encode())).ToArray();
        var blocks = bytes.BlocksInUse;
        Assert.True(blocks > 1);

        foreach (var place in places[..^1])
            bytes.Remove(place);

        Assert.Equal(1, bytes.BlocksInUse);
        Assert.Equal(signature.Encode(), bytes.Read(places[^1]).Encode());
    }

    /// <summary>The work of a look-up is counted, not timed: at a hundred times the articles no more of them are compared.</summary>
    [Theory]
    [InlineData(300)]
    [InlineData(30_000)]
    public async Task A_look_up_gives_equally_many_candidates_however_many_articles_share_its_bands(int count)
    {
        var index = new InMemorySignatureIndex();
        var article = WithBands("", Enumerable.Range(1, 16).Select(i => (long)i).ToArray());
        for (var i = 0; i < count; i++)
            await index.AddAsync(article with { ArticleId = $"a{i}" });

        var found = await index.FindCandidatesAsync(article.Signature!.Bands, Texts.Noon, 1_000);

        Assert.Equal(DedupParameters.Default.MaxArticlesPerBand, found.Count);
    }

    private static IndexedArticle WithBands(string id, params long[] bands) => new()
    {
        ArticleId = id,
        ReceivedAt = Texts.Noon,
        Signature = ArticleSignature.Create(UInt128.One, 0, 1, 0, 0, [], [], [], bands),
    };

    private static IndexedArticle Article(int number) => Texts.Article($"a{number}", "", minutes: number) with
    {
        Signature = Texts.Sign("", string.Join(' ', Enumerable.Range(0, 60).Select(i => $"word{(number * 7919) + (i * 104_729)}"))),
    };
}
