namespace NewsMesh.Contracts;

/// <summary>
/// A stage could not go on with a submission; on the topic exchange <c>newsmesh.rejected</c> with routing key
/// <c>&lt;stage&gt;.&lt;reason&gt;</c>.
/// </summary>
public sealed record ArticleRejected
{
    public string? SubmissionId { get; init; }
    public string? ArticleId { get; init; }
    public string? Url { get; init; }

    /// <summary>One of <see cref="Stages"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>One of <see cref="RejectionReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Detail { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public required string TraceId { get; init; }
}
