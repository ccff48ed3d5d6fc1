using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Placing;

/// <summary>The answer to one article.</summary>
public sealed record PlacementResult
{
    public required Placement Placement { get; init; }

    /// <summary>Why the best match is a copy; <see cref="PairReasons.Unrelated"/> where there is none.</summary>
    public required string Reason { get; init; }

    /// <summary>Signature of the article that this one follows; null where it is no copy.</summary>
    public ArticleSignature? Followed { get; init; }

    /// <summary>Articles placed earlier whose placement this article changed.</summary>
    public IReadOnlyList<PlacementChange> Changes { get; init; } = [];
}
