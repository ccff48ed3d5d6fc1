namespace NewsMesh.Dedup.Stories;

/// <summary>
/// The articles of a few stories, grouped anew by average linkage: what came later may show that two stories are one, or
/// that one is two.
/// </summary>
internal sealed class StoryPool
{
    private readonly double[,] _similarities;
    private readonly double[,] _scores;
    private readonly StoryParameters _parameters;

    /// <param name="stories">The stories, whose comparable members go in.</param>
    /// <param name="newcomer">The article that is placed; a member of one of them where it was placed before.</param>
    /// <param name="comparer">Compares articles.</param>
    /// <param name="parameters">The numbers of grouping.</param>
    public StoryPool(IReadOnlyList<StoryState> stories, StoryMember newcomer, MemberComparer comparer, StoryParameters parameters)
    {
        _parameters = parameters;
        Items = [.. stories
            .SelectMany(story => story.Comparable)
            .Prepend(newcomer)
            .DistinctBy(member => member.ArticleId, StringComparer.Ordinal)
            .OrderBy(member => member.Evidence!.At)
            .ThenBy(member => member.ArticleId, StringComparer.Ordinal)];
        _similarities = Similarities(comparer);
        _scores = Scores(comparer);
        Groups = AverageLinkage.Cluster(_scores, Links(stories), parameters.JoinThreshold);
    }

    /// <summary>The articles, the earliest first, each with the similarity of its closest.</summary>
    public StoryMember[] Items { get; }

    /// <summary>The new groups, as indices of <see cref="Items"/>.</summary>
    public IReadOnlyList<int[]> Groups { get; }

    /// <summary>
    /// The headline of the article that is most like the others of its group; the earliest of several, those without one left out.
    /// </summary>
    public string CentralTitle(int[] group)
    {
        var titled = group.Where(item => Items[item].Evidence!.Title.Length > 0).ToArray();
        return titled.Length == 0 ? "" : Items[titled.MaxBy(Centrality)].Evidence!.Title;
        double Centrality(int item) => group
            .Where(other => other != item)
            .Sum(other => MemberComparer.ReportSimilarity(Items[item], Items[other], _similarities[item, other]));
    }

    /// <summary>How sure it is that an article belongs to its group, 0 to 1.</summary>
    public float Confidence(int item, int[] group)
    {
        var margin = group.Length > 1
            ? group.Where(other => other != item).Average(other => _scores[item, other]) - _parameters.JoinThreshold
            : _parameters.JoinThreshold - Enumerable.Range(0, Items.Length).Max(other => other == item ? -_parameters.ScoreLimit : _scores[item, other]);
        return (float)(1 / (1 + Math.Exp(-margin)));
    }

    private double[,] Similarities(MemberComparer comparer)
    {
        var similarities = new double[Items.Length, Items.Length];
        for (var i = 0; i < Items.Length; i++)
        {
            for (var j = i + 1; j < Items.Length; j++)
            {
                similarities[i, j] = similarities[j, i] = comparer.Similarity(Items[i], Items[j]);
                var report = (float)MemberComparer.ReportSimilarity(Items[i], Items[j], similarities[i, j]);
                Items[i] = WithClosest(Items[i], report);
                Items[j] = WithClosest(Items[j], report);
            }
        }

        return similarities;
    }

    private static StoryMember WithClosest(StoryMember member, float similarity) =>
        similarity > member.Evidence!.Closest ? member with { Evidence = member.Evidence with { Closest = similarity } } : member;

    private double[,] Scores(MemberComparer comparer)
    {
        var scores = new double[Items.Length, Items.Length];
        for (var i = 0; i < Items.Length; i++)
        {
            for (var j = i + 1; j < Items.Length; j++)
                scores[i, j] = scores[j, i] = comparer.Score(Items[i], Items[j], Items[i].Evidence!.Closest, Items[j].Evidence!.Closest);
        }

        return scores;
    }

    /// <summary>A copy stays with its original, or where that is settled with its original's story.</summary>
    private IEnumerable<(int, int)> Links(IReadOnlyList<StoryState> stories)
    {
        var index = Items.Select((item, i) => (item.ArticleId, i)).ToDictionary(StringComparer.Ordinal);
        foreach (var (item, i) in Items.Select((item, i) => (item, i)))
        {
            if (item.Evidence!.CopyOf is not { } original)
                continue;
            if (index.TryGetValue(original, out var j)
                || (stories.FirstOrDefault(story => story.Find(original) is not null) is { } story
                    && index.TryGetValue(story.Comparable.First().ArticleId, out j)))
            {
                yield return (i, j);
            }
        }
    }
}
