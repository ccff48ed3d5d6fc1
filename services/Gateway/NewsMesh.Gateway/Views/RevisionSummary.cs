using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Views;

/// <summary>One revision in an article's history.</summary>
public sealed record RevisionSummary
{
    public int Revision { get; init; }
    public required string Cause { get; init; }
    public required string SubmissionId { get; init; }
    public string? Title { get; init; }
    public int WordCount { get; init; }

    /// <summary>SHA-256 over title and text.</summary>
    public required string ContentHash { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null where its event has not gone out.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>Overtaken by a later revision before its event went out.</summary>
    public bool Superseded { get; init; }

    public static RevisionSummary Of(RevisionDocument revision) => new()
    {
        Revision = revision.Revision,
        Cause = revision.Cause,
        SubmissionId = revision.SubmissionId,
        Title = revision.Article.Title,
        WordCount = revision.Article.WordCount,
        ContentHash = revision.ContentHash,
        ReceivedAt = revision.Article.ReceivedAt,
        AnnouncedAt = revision.AnnouncedAt,
        Superseded = revision.Superseded,
    };
}
