namespace NewsMesh.Storage.Documents;

/// <summary>One article's signature for near-duplicate look-up. Key: ArticleId.</summary>
public sealed record SignatureDocument
{
    public required string ArticleId { get; init; }
    public int Revision { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public string? Source { get; init; }

    /// <summary>Version of the signature's parameters; only equal ones are compared.</summary>
    public int SignatureVersion { get; init; }

    /// <summary>The dedup library's encoding; opaque to the store.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>LSH band hashes; what look-ups share.</summary>
    public required IReadOnlyList<long> Bands { get; init; }

    /// <summary>Null until the article was placed.</summary>
    public Placement? Placement { get; init; }
}
