namespace NewsMesh.Dedup.Stories;

/// <summary>The story that an article belongs to.</summary>
public sealed record StoryInfo
{
    public required string StoryId { get; init; }

    /// <summary>The most central headline of its articles.</summary>
    public required string Title { get; init; }

    /// <summary>How sure the grouping was when the article was placed, 0 to 1.</summary>
    public double Confidence { get; init; }
}
