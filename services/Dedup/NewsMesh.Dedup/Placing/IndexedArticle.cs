using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Placing;

/// <summary>One article as the index holds it.</summary>
public sealed record IndexedArticle
{
    public required string ArticleId { get; init; }
    public int Revision { get; init; } = 1;

    /// <summary>When the article's first revision arrived; with the id it orders the articles.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public string? Source { get; init; }

    /// <summary>Null where the index holds one of another version: such an article keeps its place and matches no other.</summary>
    public required ArticleSignature? Signature { get; init; }

    /// <summary>Null until the article was placed.</summary>
    public Placement? Placement { get; init; }

    internal bool ArrivedBefore(IndexedArticle other)
    {
        var byTime = ReceivedAt.CompareTo(other.ReceivedAt);
        return byTime != 0 ? byTime < 0 : string.CompareOrdinal(ArticleId, other.ArticleId) < 0;
    }
}
