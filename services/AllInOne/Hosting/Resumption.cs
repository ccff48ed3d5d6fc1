using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.Ingest.Service;
using NewsMesh.Storage;

namespace NewsMesh.AllInOne.Hosting;

/// <summary>
/// The bus inside a process forgets its messages when the process ends; the store does not. What was accepted but not
/// announced is sent on again from where it stands.
/// </summary>
internal sealed class Resumption(IStore store, IBus bus, TimeProvider clock)
{
    private const int MaxResumed = 10_000;

    /// <summary>Sends on everything unfinished.</summary>
    /// <returns>The number of articles sent on.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var resumed = 0;
        foreach (var submission in await store.Submissions.FindPendingAsync(clock.GetUtcNow(), MaxResumed, ct))
        {
            if (submission is not { ArticleId: { } articleId, RawId: { } rawId })
            {
                continue;
            }

            await bus.Publish(new ArticleIngested
            {
                SubmissionId = submission.SubmissionId,
                ArticleId = articleId,
                RawId = rawId,
                ReceivedAt = submission.ReceivedAt,
                TraceId = submission.TraceId,
                Stage = new StageRecord
                {
                    Stage = Stages.Ingest,
                    StartedAt = submission.ReceivedAt,
                    Version = IngestStage.Version,
                    Note = "resumed after a restart",
                },
            }, ct);
            resumed++;
        }

        return resumed;
    }
}
