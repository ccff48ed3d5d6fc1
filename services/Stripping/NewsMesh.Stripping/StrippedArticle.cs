namespace NewsMesh.Stripping;

/// <summary>What is left of a page when everything but the article is stripped.</summary>
public sealed record StrippedArticle
{
    /// <summary>The headline without site name or section; null where none was found.</summary>
    public string? Title { get; init; }

    /// <summary>Names of the people who wrote the article, in the page's order.</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>When the article was published, with the offset the page states (zero where it states none).</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Where <see cref="PublishedAt"/> was found: <c>jsonld</c>, <c>meta</c>, <c>time</c>, <c>url</c> or <c>text</c>.</summary>
    public string? PublishedAtFrom { get; init; }

    /// <summary>When the article was last changed, where the page says so.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The language the page declares: lower-case ISO 639-1 code, null where it declares none.</summary>
    public string? Language { get; init; }

    /// <summary>The name of the publishing site.</summary>
    public string? SiteName { get; init; }

    /// <summary>The section of the site that the article appeared in.</summary>
    public string? Section { get; init; }

    /// <summary>Absolute http(s) address of the lead image.</summary>
    public string? LeadImage { get; init; }

    /// <summary>The address that the page calls its own: absolute http(s), no matter whether it is on the same site.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>
    /// Where the page says so, by field (<c>title</c>, <c>byline</c>, <c>publishedAt</c>, <c>modifiedAt</c>, <c>language</c>,
    /// <c>siteName</c>, <c>section</c>, <c>leadImage</c>, <c>canonicalUrl</c>): <c>jsonld</c>, <c>meta</c>, <c>heading</c>, <c>titletag</c>,
    /// <c>markup</c>, <c>time</c>, <c>link</c>, <c>html</c>, <c>url</c> or <c>text</c>. Fields that were not found are not in it.
    /// </summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The body: paragraphs joined by a blank line (<c>"\n\n"</c>), in Unicode NFC, single spaces inside a
    /// paragraph, no carriage returns, no control characters. Empty where the page holds no article.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>Every block of the page in its order, kept or not; empty unless asked for.</summary>
    public IReadOnlyList<StripBlock> Blocks { get; init; } = [];

    /// <summary>Whether a limit of <see cref="StrippingLimits"/> cut the input.</summary>
    public bool Truncated { get; init; }
}
