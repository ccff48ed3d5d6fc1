using NewsMesh.AllInOne.Inputs;
using NewsMesh.Contracts;
using NewsMesh.Ingest;
using NewsMesh.Ingest.Service;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.AllInOne.Processing;

/// <summary>Sends inputs through the pipeline of this process and tells what became of each.</summary>
internal sealed class BatchRun(
    IArticleSubmitter submitter, OutcomeHub outcomes, IStore store, IngestLimits limits, TimeProvider clock)
{
    /// <summary>The result of one input.</summary>
    /// <param name="Status">One of <see cref="SubmissionStatus"/>.</param>
    /// <param name="Revision">The stored revision of an enriched or unchanged article.</param>
    /// <param name="Rejected">The rejection, where it was rejected or dead-lettered.</param>
    public sealed record Result(string Status, RevisionDocument? Revision, ArticleRejected? Rejected);

    /// <summary>Submits one input and waits for its outcome.</summary>
    public async Task<Result> RunAsync(ArticleInput input, CancellationToken ct)
    {
        if (input.Article is not { } article)
        {
            return Refused(input, RejectionReasons.Malformed, input.Fault!);
        }

        var named = string.IsNullOrWhiteSpace(article.Id) ? article with { Id = input.Name } : article;
        var key = SubmissionKey.Of(named.Id!, limits.MaxSubmissionIdLength);
        Task<SubmissionOutcome> outcome;
        while (!outcomes.TryExpect(key, out outcome))
        {
            // The same id twice in one run: one after the other, since a submission has one outcome at a time.
            await outcome.WaitAsync(ct);
        }

        await submitter.SubmitAsync(named, ct);
        return await ResultAsync(input, await outcome.WaitAsync(ct), ct);
    }

    private async Task<Result> ResultAsync(ArticleInput input, SubmissionOutcome outcome, CancellationToken ct)
    {
        if (outcome.Status is SubmissionStatus.Rejected or SubmissionStatus.DeadLettered)
        {
            var refused = Refused(input, outcome.Reason ?? outcome.Status, outcome.Detail ?? "");
            return refused with
            {
                Status = outcome.Status,
                Rejected = refused.Rejected! with { Stage = outcome.Stage ?? Stages.Ingest, ArticleId = outcome.ArticleId },
            };
        }

        var revision = outcome is { ArticleId: { } articleId, Revision: { } number }
            ? await store.Articles.GetAsync(articleId, number, ct)
            : null;
        return new Result(outcome.Status, revision, null);
    }

    private Result Refused(ArticleInput input, string reason, string detail) => new(
        SubmissionStatus.Rejected,
        null,
        new ArticleRejected
        {
            SubmissionId = input.Article?.Id ?? input.Name,
            Url = input.Article?.Url,
            Stage = Stages.Ingest,
            Reason = reason,
            Detail = detail,
            ReceivedAt = clock.GetUtcNow(),
            TraceId = NewsMeshTelemetry.CurrentTraceId(),
        });
}
