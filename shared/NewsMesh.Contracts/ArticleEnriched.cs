namespace NewsMesh.Contracts;

/// <summary>
/// The one event that goes out for every article or revision, on the topic exchange <c>newsmesh.enriched</c>
/// with routing key <c>&lt;language&gt;.&lt;unique|exact|near&gt;</c>. Never edited once sent.
/// </summary>
public sealed record ArticleEnriched
{
    /// <summary>Version of this form.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary><see cref="CurrentSchemaVersion"/> of the sender; fields may be added within a version.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The submitter's name for the submission.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>Deterministic identity of the article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>From 1; goes up when title or text really changed.</summary>
    public int Revision { get; init; }

    /// <summary>One of <see cref="Causes"/>.</summary>
    public required string Cause { get; init; }

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

    /// <summary>submitted, jsonld, meta, time, url or text.</summary>
    public string? PublishedAtFrom { get; init; }

    /// <summary>Time of the last change as the page gives it.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>ISO 639-1, "und" if unknown.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Clean text; what mentions point into.</summary>
    public string Text { get; init; } = "";

    /// <summary>Words of <see cref="Text"/>.</summary>
    public int WordCount { get; init; }

    /// <summary>When ingest accepted the submission.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The submitter's key and value pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>The named entities of the text.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    /// <summary>Whether the same text was seen before.</summary>
    public required Duplicate Duplicate { get; init; }

    /// <summary>The event that the article tells of.</summary>
    public required Story Story { get; init; }

    /// <summary>Every stage that ran, in order.</summary>
    public IReadOnlyList<StageRecord> Stages { get; init; } = [];

    /// <summary>W3C trace id, 32 lower-case hexadecimal digits.</summary>
    public required string TraceId { get; init; }
}
