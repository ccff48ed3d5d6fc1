namespace NewsMesh.Storage.Documents;

/// <summary>The end of a submission.</summary>
public sealed record SubmissionOutcome
{
    public required string SubmissionId { get; init; }

    /// <summary>One of <see cref="SubmissionStatus"/>, not pending.</summary>
    public required string Status { get; init; }
    public DateTimeOffset FinishedAt { get; init; }
    public string? ArticleId { get; init; }
    public int? Revision { get; init; }
    public string? Stage { get; init; }
    public string? Reason { get; init; }
    public string? Detail { get; init; }
}
