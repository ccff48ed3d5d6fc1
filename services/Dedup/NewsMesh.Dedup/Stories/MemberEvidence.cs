namespace NewsMesh.Dedup.Stories;

/// <summary>What a story keeps of an article, so that it can be compared again when others have come.</summary>
public sealed record MemberEvidence
{
    /// <summary>When it was published, or else received.</summary>
    public required DateTimeOffset At { get; init; }
    public required string Title { get; init; }
    public string? Source { get; init; }

    /// <summary>The article that it is a copy of: the two are never parted.</summary>
    public string? CopyOf { get; init; }

    /// <summary>The similarity (<see cref="StoryPairFeatures.Similarity"/>) of the closest article so far that is no copy of it.</summary>
    public float Closest { get; init; }

    /// <summary>Its most salient entities.</summary>
    public IReadOnlyList<NamedEntity> Entities { get; init; } = [];
    public required TermFields Terms { get; init; }
}
