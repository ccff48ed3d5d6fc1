namespace NewsMesh.Contracts;

/// <summary>Ingest accepted a submission and stored its raw page; ready for stripping.</summary>
public sealed record ArticleIngested
{
    public required string SubmissionId { get; init; }
    public required string ArticleId { get; init; }

    /// <summary>The stored raw page.</summary>
    public required string RawId { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public required string TraceId { get; init; }

    /// <summary>Ingest's own run.</summary>
    public required StageRecord Stage { get; init; }
}
