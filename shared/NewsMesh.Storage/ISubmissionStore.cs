using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage;

/// <summary>What became of each submission: submitted = enriched + unchanged + superseded + rejected + dead-lettered + pending.</summary>
public interface ISubmissionStore
{
    /// <summary>
    /// Records that a submission was received. A repeat of the same message (same <see cref="SubmissionDocument.MessageKey"/>)
    /// leaves the record as it is; another message under the same id starts it over.
    /// Returns the record as it now stands.
    /// </summary>
    Task<SubmissionDocument> ReceiveAsync(SubmissionDocument submission, CancellationToken ct = default);

    /// <summary>One submission, or null.</summary>
    Task<SubmissionDocument?> GetAsync(string submissionId, CancellationToken ct = default);

    /// <summary>A pending submission with a generated id whose message body had this hash, or null; the oldest where several.</summary>
    Task<SubmissionDocument?> FindPendingByBodyAsync(string bodySha256, CancellationToken ct = default);

    /// <summary>Names the article that a pending submission turned out to be; a null <paramref name="rawId"/> leaves the one that is set.</summary>
    Task SetArticleAsync(string submissionId, string articleId, string? rawId, CancellationToken ct = default);

    /// <summary>
    /// Sets the outcome. Where the record has a final outcome already, only dead-lettered gives way (its message was replayed);
    /// false, and nothing written, otherwise. An outcome that names no article or revision leaves those that are set.
    /// </summary>
    Task<bool> TrySetOutcomeAsync(SubmissionOutcome outcome, CancellationToken ct = default);

    /// <summary>Pending submissions received before a time, oldest first.</summary>
    Task<IReadOnlyList<SubmissionDocument>> FindPendingAsync(DateTimeOffset receivedBefore, int limit, CancellationToken ct = default);

    /// <summary>Number of submissions by status; a status that none has is left out.</summary>
    Task<IReadOnlyDictionary<string, long>> CountByStatusAsync(CancellationToken ct = default);
}
