using NewsMesh.Contracts;

namespace NewsMesh.Dedup.Service;

/// <summary>The answer to one article, and what it changed for others.</summary>
public sealed record DedupOutcome
{
    public required Duplicate Duplicate { get; init; }

    /// <summary>Why the best match is a copy or not; one of <see cref="Placing.PairReasons"/>.</summary>
    public required string Reason { get; init; }

    public required Story Story { get; init; }

    /// <summary>To announce: articles placed earlier whose answer is another now.</summary>
    public IReadOnlyList<DuplicateChanged> DuplicateChanges { get; init; } = [];

    /// <summary>To announce: stories whose articles are others now.</summary>
    public IReadOnlyList<StoryChanged> StoryChanges { get; init; } = [];
}
