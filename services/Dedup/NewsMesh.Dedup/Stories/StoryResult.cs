namespace NewsMesh.Dedup.Stories;

/// <summary>The answer to one article.</summary>
public sealed record StoryResult
{
    public required StoryInfo Story { get; init; }

    /// <summary>Stories that are part of another one now.</summary>
    public IReadOnlyList<StoryMerge> Merges { get; init; } = [];
}
