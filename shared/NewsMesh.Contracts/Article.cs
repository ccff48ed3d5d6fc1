namespace NewsMesh.Contracts;

/// <summary>The clean article as the stages after stripping carry it.</summary>
public sealed record Article
{
    /// <summary>Address as submitted, or as fetched after redirects.</summary>
    public string? Url { get; init; }

    /// <summary>Address in canonical form; the article's identity where there is one.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>Outlet as submitted, else the host.</summary>
    public string? Source { get; init; }

    /// <summary>Name the site gives itself.</summary>
    public string? SiteName { get; init; }

    /// <summary>Section of the site, such as "World".</summary>
    public string? Section { get; init; }

    /// <summary>Absolute address of the lead image.</summary>
    public string? LeadImage { get; init; }

    /// <summary>Headline without the site's name.</summary>
    public string? Title { get; init; }

    /// <summary>Authors, one name an entry.</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>Time of publication with the offset that the page gave.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Where <see cref="PublishedAt"/> was found: submitted, jsonld, meta, time, url or text.</summary>
    public string? PublishedAtFrom { get; init; }

    /// <summary>Time of the last change as the page gives it.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>ISO 639-1 code, "und" where unknown.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Clean text, paragraphs separated by a blank line.</summary>
    public string Text { get; init; } = "";

    /// <summary>Words of <see cref="Text"/>.</summary>
    public int WordCount { get; init; }

    /// <summary>When ingest accepted the submission.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The submitter's key and value pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
