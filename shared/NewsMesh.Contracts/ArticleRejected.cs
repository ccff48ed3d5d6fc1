namespace NewsMesh.Contracts;

/// <summary>
/// A stage could not go on with a submission; on the topic exchange <c>newsmesh.rejected</c> with routing key
/// <c>&lt;stage&gt;.&lt;reason&gt;</c>.
/// </summary>
public sealed record ArticleRejected
{
    /// <summary>The submitter's name for the submission; null where the message could not be read.</summary>
    public string? SubmissionId { get; init; }

    /// <summary>Identity of the article; null where ingest refused it.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Address as submitted.</summary>
    public string? Url { get; init; }

    /// <summary>One of <see cref="Stages"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>One of <see cref="RejectionReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Detail { get; init; }

    /// <summary>When the submission was taken from its queue.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>W3C trace id, 32 lower-case hexadecimal digits.</summary>
    public required string TraceId { get; init; }
}
