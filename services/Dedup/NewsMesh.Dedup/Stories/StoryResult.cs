namespace NewsMesh.Dedup.Stories;

/// <summary>The answer to one article.</summary>
public sealed record StoryResult
{
    public required StoryInfo Story { get; init; }

    /// <summary>Stories that the article's coming changed, each once, but for its own story where that only gained it.</summary>
    public IReadOnlyList<StoryChange> Changes { get; init; } = [];
}
