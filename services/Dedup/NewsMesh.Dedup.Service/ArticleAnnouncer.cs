using System.Globalization;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Dedup.Service;

/// <summary>
/// Announces each revision once: claim, publish under a deterministic message id, mark as announced after the confirm.
/// What a crash leaves is a repeat with the same message id.
/// </summary>
public sealed class ArticleAnnouncer(
    IStore store, IEventAnnouncer announcer, OutcomeRecorder outcomes, NewsMeshMetrics metrics, DedupOptions options, TimeProvider clock)
{
    /// <summary>Announces a revision for a submission, or notes how that submission ended otherwise.</summary>
    /// <param name="revision">A revision that dedup has placed.</param>
    /// <param name="submissionId">The submission whose message this is.</param>
    /// <param name="owner">Id of that message: its redelivery takes over, another message waits.</param>
    /// <param name="ct">Cancels the waiting, never a publish that was confirmed.</param>
    public async Task AnnounceAsync(RevisionDocument revision, string submissionId, string owner, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var claim = await store.Articles.ClaimAnnouncementAsync(
            revision.ArticleId, revision.Revision, owner, now, now + options.AnnouncementLease, ct);
        switch (claim)
        {
            case AnnouncementClaim.Granted:
                await PublishAsync(revision, submissionId, ct);
                break;
            case AnnouncementClaim.AlreadyAnnounced:
                var announced = await store.Articles.GetAsync(revision.ArticleId, revision.Revision, ct);
                await FinishAsync(
                    revision, submissionId, announced?.AnnouncedFor == submissionId ? SubmissionStatus.Enriched : SubmissionStatus.Unchanged, ct);
                break;
            case AnnouncementClaim.Superseded:
                await store.Articles.SetSupersededAsync(revision.ArticleId, revision.Revision, ct);
                await FinishAsync(revision, submissionId, SubmissionStatus.Superseded, ct);
                break;
            default:
                throw new AnnouncementHeldException(revision.ArticleId, revision.Revision);
        }
    }

    private async Task PublishAsync(RevisionDocument revision, string submissionId, CancellationToken ct)
    {
        var messageId = DeterministicGuid.Create(
            revision.ArticleId, revision.Revision.ToString(CultureInfo.InvariantCulture), revision.Cause);
        await announcer.AnnounceAsync(EnrichedArticles.ToEvent(revision, submissionId), messageId, ct);
        var now = clock.GetUtcNow();
        await store.Articles.SetAnnouncedAsync(revision.ArticleId, revision.Revision, submissionId, now, ct);
        metrics.RecordLatency((now - revision.Article.ReceivedAt).TotalMilliseconds);
        await FinishAsync(revision, submissionId, SubmissionStatus.Enriched, ct);
    }

    private Task FinishAsync(RevisionDocument revision, string submissionId, string status, CancellationToken ct) =>
        outcomes.RecordAsync(new()
        {
            SubmissionId = submissionId,
            Status = status,
            ArticleId = revision.ArticleId,
            Revision = revision.Revision,
        }, ct);
}
