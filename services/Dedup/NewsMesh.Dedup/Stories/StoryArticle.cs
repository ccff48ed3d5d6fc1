namespace NewsMesh.Dedup.Stories;

/// <summary>An article to be grouped.</summary>
public sealed record StoryArticle
{
    public required string ArticleId { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>When it was published, or else received.</summary>
    public required DateTimeOffset At { get; init; }
    public string? Source { get; init; }

    /// <summary>What it names, the most salient first.</summary>
    public IReadOnlyList<NamedEntity> Entities { get; init; } = [];

    /// <summary>The article that this one is a duplicate of; its story is this one's.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Similarity to that duplicate, 0 to 1.</summary>
    public double DuplicateSimilarity { get; init; }

    /// <summary>A later revision of an article that was placed: it stays in its story.</summary>
    public bool IsRevision { get; init; }
}
