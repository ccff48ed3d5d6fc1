using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Tests.Quality;

namespace NewsMesh.Dedup.Tests.Placing;

/// <summary>The clusters at the end depend neither on order, nor on the number of workers, nor on where one of them ended.</summary>
public sealed class OrderAndFaultTests
{
    private static readonly IReadOnlyList<IndexedArticle> Articles = [.. OwnArticles.All.Select(article => new IndexedArticle
    {
        ArticleId = article.Id,
        ReceivedAt = article.PublishedAt,
        Signature = Texts.Sign(article.Title, article.Text),
    })];

    [Fact]
    public async Task Eight_workers_on_shuffled_arrivals_end_where_one_in_order_does()
    {
        var expected = await PlaceAllAsync(Articles, workers: 1);
        Assert.Contains(expected, placement => placement.Value.Of is not null);
        for (var seed = 0; seed < 20; seed++)
        {
            var shuffled = Articles.ToArray();
            new Random(seed).Shuffle(shuffled);
            var placements = await PlaceAllAsync(shuffled, workers: 8);
            Assert.All(placements, pair =>
            {
                Assert.Equal(expected[pair.Key].ClusterId, pair.Value.ClusterId);
                Assert.Equal(expected[pair.Key].Of, pair.Value.Of);
            });
        }
    }

    [Fact]
    public async Task A_worker_that_ends_anywhere_and_is_repeated_leaves_the_same_clusters()
    {
        var expected = await PlaceAllAsync(Articles, workers: 1);
        var reversed = Articles.Where(article => article.ArticleId.StartsWith("fire", StringComparison.Ordinal)
            || article.ArticleId.StartsWith("ferry", StringComparison.Ordinal)).Reverse().ToArray();
        var faults = 0;
        for (var operation = 0; ; operation++)
        {
            var index = new InMemorySignatureIndex();
            var failing = new FaultyIndex(index) { FailsAfter = operation };
            foreach (var article in reversed)
            {
                try
                {
                    await new NearDuplicateFinder(failing, DedupParameters.Default).PlaceAsync(article);
                }
                catch (IOException)
                {
                    await new NearDuplicateFinder(index, DedupParameters.Default).PlaceAsync(article);
                }
            }

            foreach (var article in reversed)
                Assert.Equal(expected[article.ArticleId].ClusterId, (await index.GetAsync(article.ArticleId))!.Placement!.ClusterId);
            if (!failing.Failed)
                break;
            faults++;
        }

        Assert.InRange(faults, 40, 1000);
    }

    private static async Task<Dictionary<string, Placement>> PlaceAllAsync(IEnumerable<IndexedArticle> articles, int workers)
    {
        var index = new InMemorySignatureIndex();
        var finder = new NearDuplicateFinder(index, DedupParameters.Default);
        await Parallel.ForEachAsync(
            articles,
            new ParallelOptions { MaxDegreeOfParallelism = workers },
            async (article, ct) => await finder.PlaceAsync(article, ct));
        var placements = new Dictionary<string, Placement>();
        foreach (var article in Articles)
            placements[article.ArticleId] = (await index.GetAsync(article.ArticleId))!.Placement!;
        return placements;
    }
}
