namespace NewsMesh.Storage.Documents;

/// <summary>One rejection. Key: RejectionId.</summary>
public sealed record RejectionDocument
{
    /// <summary>Deterministic by message and reason, so that a redelivery is recorded once.</summary>
    public required string RejectionId { get; init; }
    public string? SubmissionId { get; init; }
    public string? ArticleId { get; init; }
    public string? Url { get; init; }
    public required string Stage { get; init; }
    public required string Reason { get; init; }
    public required string Detail { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public required string TraceId { get; init; }

    /// <summary>The first bytes of a message that was no submission.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Length of the whole message in bytes, where <see cref="Body"/> is kept.</summary>
    public long? BodyLength { get; init; }
}
