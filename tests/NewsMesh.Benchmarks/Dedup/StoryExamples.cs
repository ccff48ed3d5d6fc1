using NewsMesh.Dedup.Stories;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary>An article of the stories' development set.</summary>
/// <param name="Member">As a story holds it.</param>
/// <param name="Story">The event that it tells of.</param>
/// <param name="Fold">The two events of a topic are in one fold: they are what is to be told apart.</param>
internal sealed record StoryExample(StoryMember Member, string Story, int Fold);

/// <summary>
/// Pairs of articles of a set as a stream would compare them, when the later one has come and at the end; of the whole set and of
/// thinned ones, in which many articles have no other report of their event, as most articles of a real stream.
/// </summary>
internal static class StoryExamples
{
    private const int Seed = 7;

    /// <summary>How often the pairs of a thinned set are repeated, at most, to weigh as much as those of the whole.</summary>
    private const int MaxRepeats = 3;

    private static readonly double[] Shares = [0.5, 0.3, 0.2];
    private static readonly int[] StorySizes = [1, 2];

    /// <summary>Pairs with the folds of both articles.</summary>
    public static List<(LabelledPair Pair, int FoldA, int FoldB)> Of(IReadOnlyList<StoryExample> articles)
    {
        var pairs = Pairs(articles);
        var whole = pairs.Count;
        var random = new Random(Seed);
        foreach (var thinned in Shares
            .Select(share => articles.Where(_ => random.NextDouble() < share).ToArray())
            .Concat(StorySizes.Select(size => KeepOfEach(articles, size, random))))
        {
            var more = Pairs(thinned);
            for (var i = 0; i < Math.Clamp(whole / Math.Max(1, more.Count), 1, MaxRepeats); i++)
                pairs.AddRange(more);
        }

        return pairs;
    }

    private static StoryExample[] KeepOfEach(IReadOnlyList<StoryExample> articles, int size, Random random)
    {
        var kept = articles
            .GroupBy(article => article.Story)
            .SelectMany(story => random.GetItems([.. story], size))
            .ToHashSet();
        return [.. articles.Where(kept.Contains)];
    }

    private static List<(LabelledPair, int, int)> Pairs(IReadOnlyList<StoryExample> articles)
    {
        var similarities = new float[articles.Count, articles.Count];
        var closest = new float[articles.Count];
        var pairs = new List<(LabelledPair, int, int)>();
        for (var j = 0; j < articles.Count; j++)
        {
            for (var i = 0; i < j; i++)
            {
                if (!AreNear(articles[i].Member, articles[j].Member))
                    continue;
                var similarity = StoryPairFeatures.Similarity(articles[i].Member.Evidence!.Terms, articles[j].Member.Evidence!.Terms);
                similarities[i, j] = StoryPairFeatures.IsReport(similarity) ? (float)similarity : 0;
                closest[i] = Math.Max(closest[i], similarities[i, j]);
                closest[j] = Math.Max(closest[j], similarities[i, j]);
            }

            for (var i = 0; i < j; i++)
                Add(i, j);
        }

        for (var j = 0; j < articles.Count; j++)
        {
            for (var i = 0; i < j; i++)
                Add(i, j);
        }

        return pairs;
        void Add(int i, int j)
        {
            var (a, b) = (articles[i].Member.Evidence!, articles[j].Member.Evidence!);
            var cosine = a.Terms.All.Dot(b.Terms.All);
            if (!AreNear(articles[i].Member, articles[j].Member) || cosine < StoryParameters.Default.LeastCosine)
                return;
            var inputs = new float[StoryPairFeatures.Count];
            StoryPairFeatures.Write(a, b, cosine, closest[i], closest[j], inputs);
            pairs.Add((new LabelledPair(i, j, inputs, false, articles[i].Story == articles[j].Story), articles[i].Fold, articles[j].Fold));
        }
    }

    private static bool AreNear(StoryMember a, StoryMember b) =>
        (a.Evidence!.At - b.Evidence!.At).Duration() <= StoryParameters.Default.Window;
}
