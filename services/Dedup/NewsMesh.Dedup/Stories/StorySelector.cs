namespace NewsMesh.Dedup.Stories;

/// <summary>Chooses the stories that are grouped anew together with an article.</summary>
internal sealed class StorySelector(MemberComparer comparer, StoryParameters parameters)
{
    /// <summary>
    /// The stories close enough to the article, the closest first, and those named, within the limits.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="candidates">Stories that share terms with it.</param>
    /// <param name="named">Ids of stories that go in whatever their words.</param>
    /// <returns>The stories, and the article with the similarity of its closest among the candidates.</returns>
    public (StoryMember Article, IReadOnlyList<StoryState> Stories) Select(
        StoryMember article, IReadOnlyList<StoryState> candidates, IReadOnlySet<string> named)
    {
        var open = candidates
            .Where(story => story.MergedInto is null
                && (story.Members.Count < parameters.MaxMembers || named.Contains(story.StoryId)))
            .Select(story => (Story: story, Members: Latest(story, article)))
            .Where(one => one.Story.Comparable.Any())
            .ToArray();
        var closest = open
            .SelectMany(one => one.Members)
            .Select(one => one.Report)
            .Append(article.Evidence!.Closest)
            .Max();
        article = article with { Evidence = article.Evidence with { Closest = (float)closest } };

        var chosen = new List<StoryState>();
        var (others, articles) = (0, 1);
        foreach (var (story, isNamed) in open
            .Select(one => (one.Story, IsNamed: named.Contains(one.Story.StoryId), Score: AverageScore(article, one.Members)))
            .Where(one => one.IsNamed || one.Score >= parameters.RegroupThreshold)
            .OrderByDescending(one => one.IsNamed)
            .ThenByDescending(one => one.Score)
            .ThenBy(one => one.Story.FirstAt)
            .ThenBy(one => one.Story.StoryId, StringComparer.Ordinal)
            .Select(one => (one.Story, one.IsNamed)))
        {
            var size = story.Comparable.Count();
            if (!isNamed && (others == parameters.RegroupedStories || articles + size > parameters.RegroupedArticles))
                continue;
            chosen.Add(story);
            articles += size;
            others += isNamed ? 0 : 1;
        }

        return (article, chosen);
    }

    /// <summary>A story's latest members with their similarity to an article, as far as it counts towards its closest.</summary>
    private (StoryMember Member, double Report)[] Latest(StoryState story, StoryMember article) => [.. story.Comparable
        .Where(member => member.ArticleId != article.ArticleId)
        .OrderByDescending(member => member.Evidence!.At)
        .ThenBy(member => member.ArticleId, StringComparer.Ordinal)
        .Take(parameters.ComparedMembers)
        .Select(member => (member, MemberComparer.ReportSimilarity(article, member, comparer.Similarity(article, member))))];

    private double AverageScore(StoryMember article, (StoryMember Member, double Report)[] members) => members.Length == 0
        ? -parameters.ScoreLimit
        : members.Average(one => comparer.Score(
            article, one.Member, article.Evidence!.Closest, Math.Max(one.Member.Evidence!.Closest, one.Report)));
}
