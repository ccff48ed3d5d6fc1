using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Ingest.Service;

/// <summary>Ingest over the store: accept, fetch where only an address came, keep the raw page, skip what is known.</summary>
public sealed class IngestStage(
    ArticleIntake intake, IngestLimits limits, PageFetcher fetcher, IStore store, StageRunner runner, NewsMeshMetrics metrics, TimeProvider clock)
{
    /// <summary>Version of the stage's rules, stored with its results.</summary>
    public const string Version = "1";

    /// <summary>Records that a submission arrived; a redelivery finds its record again.</summary>
    public async Task<SubmissionDocument> ReceiveAsync(SubmitArticle submitted, Delivery delivery, CancellationToken ct)
    {
        var named = string.IsNullOrWhiteSpace(submitted.Id) ? null : SubmissionKey.Of(submitted.Id, limits.MaxSubmissionIdLength);
        if (named is null && delivery is { Redelivered: true, MessageId: null }
            && await store.Submissions.FindPendingByBodyAsync(delivery.BodySha256, ct) is { } known)
        {
            return known;
        }

        return await store.Submissions.ReceiveAsync(new()
        {
            SubmissionId = named ?? delivery.MessageId ?? Guid.NewGuid().ToString("N"),
            MessageKey = delivery.MessageId ?? delivery.BodySha256,
            GeneratedId = named is null,
            BodySha256 = delivery.BodySha256,
            Url = submitted.Url,
            ReceivedAt = clock.GetUtcNow(),
            TraceId = NewsMeshTelemetry.CurrentTraceId(),
        }, ct);
    }

    /// <summary>Takes a received submission in. A repeat after a crash gives the same again.</summary>
    public async Task<StageOutcome<ArticleIngested>?> TakeAsync(SubmissionDocument record, SubmitArticle submitted, CancellationToken ct)
    {
        using var run = runner.Start(Stages.Ingest, Version);
        run.Tag("submission.id", record.SubmissionId);
        if (record.Status != SubmissionStatus.Pending)
        {
            run.Tag("outcome", "repeat");
            return record is { Status: SubmissionStatus.Rejected, Stage: Stages.Ingest } ? Rejected(record, record.Reason!, record.Detail!) : (StageOutcome<ArticleIngested>?)null;
        }

        if (record is { ArticleId: { } articleId, RawId: { } rawId })
        {
            return await OutcomeAsync(record, articleId, rawId, run, ct);
        }

        var taken = await TakeInAsync(submitted, ct);
        if (taken.Rejection is { } rejection)
        {
            run.Tag("outcome", "rejected");
            return Rejected(record, Rejections.ReasonOf(rejection.Fault), rejection.Detail);
        }

        var page = RawPages.From(taken.Article!, taken.Page, record);
        await store.RawPages.TryAddAsync(page, ct);
        await store.Submissions.SetArticleAsync(record.SubmissionId, page.ArticleId, page.RawId, ct);
        metrics.CountBytes(page.Content.Length);
        run.Tag("bytes", page.Content.Length);
        run.Tag("language", page.Language);
        return await OutcomeAsync(record, page.ArticleId, page.RawId, run, ct);
    }

    private async Task<(IntakeArticle? Article, FetchedPage? Page, IntakeRejection? Rejection)> TakeInAsync(
        SubmitArticle submitted, CancellationToken ct)
    {
        var submission = RawPages.ToSubmission(submitted);
        FetchedPage? page = null;
        if (intake.AddressToFetch(submission) is { } address)
        {
            var fetched = await fetcher.FetchAsync(address, ct);
            if (!fetched.IsAccepted)
            {
                return (null, null, fetched.Rejection);
            }

            page = fetched.Value;
        }

        var taken = intake.Take(submission, page, ct);
        return (taken.Value, page, taken.Rejection);
    }

    /// <summary>
    /// Passes the article on, unless this very page is the source of the latest revision and that was announced: for this
    /// submission's own message (a redelivery, whose record knows its page), or for another.
    /// </summary>
    private async Task<StageOutcome<ArticleIngested>> OutcomeAsync(
        SubmissionDocument record, string articleId, string rawId, StageRun run, CancellationToken ct)
    {
        run.Tag("article.id", articleId);
        if (await store.RawPages.GetRevisionAsync(rawId, ct) is { } revision
            && await store.Articles.GetLatestAsync(articleId, ct) is { AnnouncedAt: not null } latest
            && latest.Revision == revision)
        {
            run.Tag("outcome", SubmissionStatus.Unchanged);
            return new SubmissionOutcome
            {
                SubmissionId = record.SubmissionId,
                Status = record.RawId is not null && latest.AnnouncedFor == record.SubmissionId
                    ? SubmissionStatus.Enriched
                    : SubmissionStatus.Unchanged,
                ArticleId = articleId,
                Revision = revision,
            };
        }

        run.Tag("outcome", "accepted");
        return new ArticleIngested
        {
            SubmissionId = record.SubmissionId,
            ArticleId = articleId,
            RawId = rawId,
            ReceivedAt = record.ReceivedAt,
            TraceId = record.TraceId,
            Stage = run.Record(),
        };
    }

    private static ArticleRejected Rejected(SubmissionDocument record, string reason, string detail) => new()
    {
        SubmissionId = record.SubmissionId,
        Url = record.Url,
        Stage = Stages.Ingest,
        Reason = reason,
        Detail = detail,
        ReceivedAt = record.ReceivedAt,
        TraceId = record.TraceId,
    };
}
