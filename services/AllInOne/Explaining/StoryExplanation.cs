using NewsMesh.Dedup;

namespace NewsMesh.AllInOne.Explaining;

/// <summary>The judgement of two articles as of one story.</summary>
internal sealed record StoryExplanation
{
    /// <summary>Whether the second would join the story that the first has opened, had there been no others.</summary>
    public required bool WouldJoin { get; init; }

    /// <summary>How sure that is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether the store has both in one story; null unless both are stored.</summary>
    public bool? Together { get; init; }

    /// <summary>Asks the story judge: the earlier published article opens a story, the later one comes to it.</summary>
    public static async Task<StoryExplanation> OfAsync(ExplainedArticle a, ExplainedArticle b, CancellationToken ct)
    {
        var (earlier, later) = (b.PublishedAt ?? b.ReceivedAt) < (a.PublishedAt ?? a.ReceivedAt) ? (b, a) : (a, b);
        var grouper = new StreamStoryGrouper();
        var opened = await grouper.AddAsync(Article(earlier, "earlier"), ct);
        var joined = await grouper.AddAsync(Article(later, "later"), ct);
        return new StoryExplanation
        {
            WouldJoin = opened.Story.StoryId == joined.Story.StoryId,
            Confidence = joined.Story.Confidence,
            Together = a.StoryId is null || b.StoryId is null ? null : a.StoryId == b.StoryId,
        };
    }

    private static StreamArticle Article(ExplainedArticle article, string id) => new()
    {
        Id = id,
        Title = article.Title,
        Text = article.Text,
        PublishedAt = article.PublishedAt ?? article.ReceivedAt,
        Source = article.Source,
    };
}
