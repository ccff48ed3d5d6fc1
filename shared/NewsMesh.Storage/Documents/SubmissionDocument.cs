namespace NewsMesh.Storage.Documents;

/// <summary>One submission and what became of it. Key: SubmissionId.</summary>
public sealed record SubmissionDocument
{
    public required string SubmissionId { get; init; }

    /// <summary>The incoming message's own id; tells a redelivery from a new message under the same submission id.</summary>
    public required string MessageKey { get; init; }

    /// <summary>Whether the id was generated here, since the submitter gave none.</summary>
    public bool GeneratedId { get; init; }

    /// <summary>SHA-256 of the message's body, lower-case hexadecimal.</summary>
    public required string BodySha256 { get; init; }
    public string? Url { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public string? ArticleId { get; init; }
    public string? RawId { get; init; }
    public int? Revision { get; init; }

    /// <summary>One of <see cref="SubmissionStatus"/>.</summary>
    public string Status { get; init; } = SubmissionStatus.Pending;

    /// <summary>Stage of a rejection or of a dead letter.</summary>
    public string? Stage { get; init; }

    /// <summary>Reason of a rejection.</summary>
    public string? Reason { get; init; }

    /// <summary>One sentence for people.</summary>
    public string? Detail { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public required string TraceId { get; init; }
}
