namespace NewsMesh.Contracts;

/// <summary>Ingest accepted a submission and stored its raw page; ready for stripping.</summary>
public sealed record ArticleIngested
{
    /// <summary>The submitter's name for the submission.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>Deterministic identity of the article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The stored raw page.</summary>
    public required string RawId { get; init; }

    /// <summary>When ingest accepted the submission.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>W3C trace id, 32 lower-case hexadecimal digits.</summary>
    public required string TraceId { get; init; }

    /// <summary>Ingest's own run.</summary>
    public required StageRecord Stage { get; init; }
}
