using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>An article whose result is larger than the store can keep is a counted rejection, at whichever stage it shows.</summary>
internal sealed class OversizeFilter(IServiceProvider services, string stage) : IFilter<ExceptionReceiveContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("oversize");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (FaultIn(context.Exception) is not { } fault || !context.TryGetPayload(out SubmissionName? submission))
        {
            await next.Send(context);
            return;
        }

        await services.GetRequiredService<StorePatience>().RunAsync(
            ct => RejectAsync(submission.SubmissionId, fault.Message, ct), context.CancellationToken);

        // Without this the message would count as not consumed, and a copy would go to _skipped.
        await context.NotifyFaulted(context.Exception);
    }

    private async Task RejectAsync(string submissionId, string detail, CancellationToken ct)
    {
        var record = await services.GetRequiredService<IStore>().Submissions.GetAsync(submissionId, ct);
        await services.GetRequiredService<RejectionRecorder>().RejectAsync(
            new ArticleRejected
            {
                SubmissionId = submissionId,
                ArticleId = record?.ArticleId,
                Url = record?.Url,
                Stage = stage,
                Reason = RejectionReasons.TooLarge,
                Detail = detail,
                ReceivedAt = record?.ReceivedAt ?? services.GetRequiredService<TimeProvider>().GetUtcNow(),
                TraceId = record?.TraceId ?? NewsMeshTelemetry.CurrentTraceId(),
            },
            ct);
    }

    private static DocumentTooLargeException? FaultIn(Exception? exception) => exception is null
        ? null
        : exception as DocumentTooLargeException ?? FaultIn(exception.InnerException);
}
