namespace NewsMesh.Ingest;

/// <summary>An accepted article: identified, with the page exactly as received and what is needed to read it.</summary>
public sealed record IntakeArticle
{
    /// <summary>32 lower-case hex digits; see <see cref="ArticleIds"/>.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The URL as submitted, trimmed; null where none was.</summary>
    public string? Url { get; init; }

    /// <summary>
    /// In the form of <see cref="UrlCanonicalizer"/>, from the page's rel=canonical where that can be believed; null where no
    /// URL was submitted.
    /// </summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>False for plain text.</summary>
    public required bool IsHtml { get; init; }

    /// <summary>The bytes fetched, or the UTF-8 of the string submitted.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The name under which <see cref="PageDecoder.DecodeAs"/>, or Encoding.GetEncoding with the code pages
    /// provider registered, reads <see cref="Content"/>. A declaration inside the page is already taken into account.</summary>
    public required string Charset { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, 64 lower-case hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>ISO 639-1 code, or "und".</summary>
    public required string Language { get; init; }

    /// <summary>As submitted, trimmed; null where blank.</summary>
    public string? Title { get; init; }

    /// <summary>As submitted, else the registrable host of the canonical URL, else null.</summary>
    public string? Source { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>As submitted; empty where none was.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
}
