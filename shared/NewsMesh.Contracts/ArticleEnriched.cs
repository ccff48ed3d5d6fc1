namespace NewsMesh.Contracts;

/// <summary>
/// The one event that goes out for every article or revision, on the topic exchange <c>newsmesh.enriched</c>
/// with routing key <c>&lt;language&gt;.&lt;unique|exact|near&gt;</c>. Never edited once sent.
/// </summary>
public sealed record ArticleEnriched
{
    /// <summary>Version of this form.</summary>
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The submitter's name for the submission.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>Deterministic identity of the article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>From 1; goes up when title or text really changed.</summary>
    public int Revision { get; init; }

    /// <summary>One of <see cref="Causes"/>.</summary>
    public required string Cause { get; init; }
    public string? Url { get; init; }
    public string? CanonicalUrl { get; init; }
    public string? Source { get; init; }
    public string? SiteName { get; init; }
    public string? Section { get; init; }
    public string? LeadImage { get; init; }
    public string? Title { get; init; }
    public IReadOnlyList<string> Byline { get; init; } = [];
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>submitted, jsonld, meta, time, url or text.</summary>
    public string? PublishedAtFrom { get; init; }
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>ISO 639-1, "und" if unknown.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Clean text; what mentions point into.</summary>
    public string Text { get; init; } = "";
    public int WordCount { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    public IReadOnlyList<Entity> Entities { get; init; } = [];
    public required Duplicate Duplicate { get; init; }
    public required Story Story { get; init; }
    public IReadOnlyList<StageRecord> Stages { get; init; } = [];

    /// <summary>W3C trace id, 32 lower-case hexadecimal digits.</summary>
    public required string TraceId { get; init; }
}
