using System.Security.Cryptography;
using MassTransit;
using Microsoft.Extensions.Logging;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.ServiceDefaults.Outcomes;

/// <summary>Every drop has a name, is stored, counted and announced: store first, then publish, so that a repeat is harmless.</summary>
public sealed class RejectionRecorder(
    IStore store,
    IEventAnnouncer announcer,
    OutcomeRecorder outcomes,
    StorePatience patience,
    TimeProvider clock,
    ILogger<RejectionRecorder> log)
{
    /// <summary>Bytes kept of a message that was no submission.</summary>
    public const int MaxKeptBody = 64 * 1024;

    /// <summary>Rejects a submission that a stage could not go on with.</summary>
    public Task RejectAsync(ArticleRejected rejected, CancellationToken ct = default) =>
        RecordAsync(rejected, DeterministicGuid.Create(rejected.SubmissionId ?? "", rejected.Stage, rejected.Reason), null, ct);

    /// <summary>Rejects a message that could not be read as a submission; waits for the store where it is away.</summary>
    internal Task RejectMessageAsync(ReceiveContext context, string reason, string detail)
    {
        var id = Delivery.MessageIdOf(context);

        // Without an id of its own, two equal messages are two submissions: each gets a name.
        var submissionId = context.TransportHeaders.Get<string>(SubmissionName.Header)
            ?? "message-" + (id ?? Guid.NewGuid().ToString("N"));
        var body = context.Body.GetBytes();
        var now = clock.GetUtcNow();
        var traceId = NewsMeshTelemetry.CurrentTraceId();
        var rejected = new ArticleRejected
        {
            SubmissionId = submissionId,
            Stage = Stages.Ingest,
            Reason = reason,
            Detail = detail,
            ReceivedAt = now,
            TraceId = traceId,
        };
        return patience.RunAsync(async ct =>
        {
            await store.Submissions.ReceiveAsync(new()
            {
                SubmissionId = submissionId,
                MessageKey = id ?? submissionId,
                GeneratedId = true,
                BodySha256 = Convert.ToHexStringLower(SHA256.HashData(body)),
                ReceivedAt = now,
                TraceId = traceId,
            }, ct);
            await RecordAsync(rejected, DeterministicGuid.Create(submissionId, Stages.Ingest, reason), body, ct);
        }, context.CancellationToken);
    }

    private async Task RecordAsync(ArticleRejected rejected, Guid rejectionId, byte[]? body, CancellationToken ct)
    {
        await store.Rejections.TryAddAsync(new()
        {
            RejectionId = rejectionId.ToString("N"),
            SubmissionId = rejected.SubmissionId,
            ArticleId = rejected.ArticleId,
            Url = rejected.Url,
            Stage = rejected.Stage,
            Reason = rejected.Reason,
            Detail = rejected.Detail,
            ReceivedAt = rejected.ReceivedAt,
            TraceId = rejected.TraceId,
            Body = body?[..Math.Min(body.Length, MaxKeptBody)],
            BodyLength = body?.LongLength,
        }, ct);
        if (rejected.SubmissionId is { } submissionId)
        {
            await outcomes.RecordAsync(new()
            {
                SubmissionId = submissionId,
                Status = SubmissionStatus.Rejected,
                ArticleId = rejected.ArticleId,
                Stage = rejected.Stage,
                Reason = rejected.Reason,
                Detail = rejected.Detail,
            }, ct);
        }

        Log.Rejected(log, rejected.Stage, rejected.Reason, rejected.SubmissionId);
        await announcer.AnnounceAsync(rejected, rejectionId, ct);
    }
}
