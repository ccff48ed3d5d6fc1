using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage;

/// <summary>
/// Articles by (articleId, revision). Every operation is atomic on one document; every write may be repeated
/// without harm. Operations throw <see cref="StoreUnavailableException"/> where the store is away.
/// </summary>
public interface IArticleStore
{
    /// <summary>One revision, or null.</summary>
    Task<RevisionDocument?> GetAsync(string articleId, int revision, CancellationToken ct = default);

    /// <summary>The highest revision of an article, or null.</summary>
    Task<RevisionDocument?> GetLatestAsync(string articleId, CancellationToken ct = default);

    /// <summary>All revisions of an article, first to last.</summary>
    Task<IReadOnlyList<RevisionDocument>> GetRevisionsAsync(string articleId, CancellationToken ct = default);

    /// <summary>The revision that a submission created (the latest of several), or null.</summary>
    Task<RevisionDocument?> FindBySubmissionAsync(string articleId, string submissionId, CancellationToken ct = default);

    /// <summary>Adds a revision; false, and nothing written, where (articleId, revision) exists.</summary>
    Task<bool> TryAddAsync(RevisionDocument revision, CancellationToken ct = default);

    /// <summary>Stores the result of entity recognition; false, and nothing written, where there is one, or no such revision.</summary>
    Task<bool> TrySetEntitiesAsync(
        string articleId, int revision, IReadOnlyList<Entity> entities, StageRecord stage, CancellationToken ct = default);

    /// <summary>Stores the result of dedup; false, and nothing written, where there is one, or no such revision.</summary>
    Task<bool> TrySetDedupAsync(
        string articleId, int revision, Duplicate duplicate, Story story, StageRecord stage, CancellationToken ct = default);

    /// <summary>
    /// Claims the announcement of a revision for <paramref name="owner"/> until <paramref name="leaseUntil"/>.
    /// An owner may claim again at any time; another one only after the lease has ended.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such revision.</exception>
    Task<AnnouncementClaim> ClaimAnnouncementAsync(
        string articleId, int revision, string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken ct = default);

    /// <summary>Marks a revision announced, for the submission that the event named. The first call wins.</summary>
    Task SetAnnouncedAsync(
        string articleId, int revision, string submissionId, DateTimeOffset announcedAt, CancellationToken ct = default);

    /// <summary>Marks a revision as overtaken by a later one, never to be announced; one that was announced stays as it is.</summary>
    Task SetSupersededAsync(string articleId, int revision, CancellationToken ct = default);

    /// <summary>Revisions received before a time that are neither announced nor superseded, oldest first.</summary>
    Task<IReadOnlyList<RevisionDocument>> FindUnannouncedAsync(
        DateTimeOffset receivedBefore, int limit, CancellationToken ct = default);

    /// <summary>Announced articles (latest announced revision each) by filter, the last received first.</summary>
    Task<Page<RevisionDocument>> SearchAsync(ArticleQuery query, CancellationToken ct = default);

    /// <summary>Entities over the announced articles, by number of articles, most first, then by name; the prefix is case-insensitive.</summary>
    Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(string? type, string? prefix, int limit, CancellationToken ct = default);
}
