using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Views;

/// <summary>One submission and what became of it.</summary>
public sealed record SubmissionView
{
    public required string SubmissionId { get; init; }

    /// <summary>pending, enriched, unchanged, superseded, rejected or dead-lettered.</summary>
    public required string Status { get; init; }
    public string? Url { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public string? ArticleId { get; init; }
    public int? Revision { get; init; }

    /// <summary>Stage of a rejection or of a dead letter.</summary>
    public string? Stage { get; init; }

    /// <summary>Reason of a rejection.</summary>
    public string? Reason { get; init; }
    public string? Detail { get; init; }
    public required string TraceId { get; init; }

    public static SubmissionView Of(SubmissionDocument submission) => new()
    {
        SubmissionId = submission.SubmissionId,
        Status = submission.Status,
        Url = submission.Url,
        ReceivedAt = submission.ReceivedAt,
        FinishedAt = submission.FinishedAt,
        ArticleId = submission.ArticleId,
        Revision = submission.Revision,
        Stage = submission.Stage,
        Reason = submission.Reason,
        Detail = submission.Detail,
        TraceId = submission.TraceId,
    };
}
