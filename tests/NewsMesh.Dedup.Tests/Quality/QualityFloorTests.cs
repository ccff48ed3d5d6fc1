using System.Text.Json;

namespace NewsMesh.Dedup.Tests.Quality;

/// <summary>Quality only goes up: a lower floor wants its reason in the same commit.</summary>
public sealed class QualityFloorTests
{
    private static readonly Dictionary<string, ClusterScores> Floors = JsonSerializer.Deserialize<Dictionary<string, ClusterScores>>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Quality", "floors.json")), JsonSerializerOptions.Web)!;

    [Fact]
    public async Task Near_duplicates_of_the_own_articles_are_found()
    {
        AssertAtLeast("own duplicates", await DuplicatesAsync(
            OwnArticles.Stream, OwnArticles.All.ToDictionary(article => article.Id, article => article.Cluster)));
    }

    [Fact]
    public async Task Stories_of_the_own_articles_are_found()
    {
        AssertAtLeast("own stories", await StoriesAsync(
            OwnArticles.Stream, OwnArticles.All.ToDictionary(article => article.Id, article => article.Story)));
    }

    [BenchFact("dedup")]
    public async Task Near_duplicates_of_the_development_set_are_found()
    {
        AssertAtLeast("dedup", await DuplicatesAsync(Bench.Stream("dedup"), Bench.Truth("dedup")));
    }

    [BenchFact("stories")]
    public async Task Stories_of_the_development_set_are_found()
    {
        AssertAtLeast("stories", await StoriesAsync(Bench.Stream("stories"), Bench.Truth("stories")));
    }

    [Fact]
    public void The_scores_of_a_known_clustering_are_right()
    {
        var truth = new Dictionary<string, string> { ["a"] = "1", ["b"] = "1", ["c"] = "2", ["d"] = "2" };
        Assert.Equal(new ClusterScores(1, 1), ClusterScores.Of(truth, truth));
        var together = ClusterScores.Of(truth, truth.ToDictionary(pair => pair.Key, _ => "x"));
        Assert.Equal(0, together.Ari, 6);
        Assert.Equal(2 * 0.5 / 1.5, together.BCubedF1, 6);
    }

    private static async Task<ClusterScores> DuplicatesAsync(
        IEnumerable<StreamArticle> stream, IReadOnlyDictionary<string, string> truth)
    {
        var deduplicator = new StreamDeduplicator();
        foreach (var article in stream)
            await deduplicator.AddAsync(article);
        return ClusterScores.Of(truth, await deduplicator.GetClustersAsync());
    }

    private static async Task<ClusterScores> StoriesAsync(
        IEnumerable<StreamArticle> stream, IReadOnlyDictionary<string, string> truth)
    {
        var grouper = new StreamStoryGrouper();
        foreach (var article in stream)
            await grouper.AddAsync(article);
        return ClusterScores.Of(truth, await grouper.GetStoriesAsync());
    }

    private static void AssertAtLeast(string set, ClusterScores scores)
    {
        var floor = Floors[set];
        Assert.True(
            scores.Ari >= floor.Ari && scores.BCubedF1 >= floor.BCubedF1,
            $"{set}: ARI {scores.Ari:F4} (floor {floor.Ari}), BCubed F1 {scores.BCubedF1:F4} (floor {floor.BCubedF1})");
    }
}
