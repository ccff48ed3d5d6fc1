namespace NewsMesh.Storage.Documents;

/// <summary>A page as received, with what its submission said of it. Key: RawId.</summary>
public sealed record RawPageDocument
{
    /// <summary><c>articleId.sha256</c>.</summary>
    public required string RawId { get; init; }
    public required string ArticleId { get; init; }
    public required string SubmissionId { get; init; }

    /// <summary>The bytes as received; adapters compress them.</summary>
    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>True for a page, false for plain text.</summary>
    public bool IsHtml { get; init; }

    /// <summary>IANA name of the character set that decodes <see cref="Content"/>.</summary>
    public required string Charset { get; init; }

    /// <summary>Address as submitted, or the final one after redirects.</summary>
    public string? Url { get; init; }
    public string? CanonicalUrl { get; init; }
    public string Language { get; init; } = "und";
    public string? Title { get; init; }
    public string? Source { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the page was fetched; null where it was submitted.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Response headers of a fetched page.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The revision that stripping made of it.</summary>
    public int? Revision { get; init; }
}
