namespace NewsMesh.Ingest;

/// <summary>A page as a server gave it.</summary>
public sealed record FetchedPage
{
    /// <summary>Where the page was found after redirects.</summary>
    public required Uri FinalUrl { get; init; }

    /// <summary>The body after content decoding (gzip, deflate, br).</summary>
    public required byte[] Body { get; init; }

    /// <summary>The Content-Type header as sent, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Response headers; names compare without case, repeated ones are joined with ", ". Cookies are left out.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public required DateTimeOffset FetchedAt { get; init; }
}
