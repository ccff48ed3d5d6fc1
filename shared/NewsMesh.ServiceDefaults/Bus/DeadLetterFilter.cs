using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.Storage.Documents;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Before a message goes to its error queue, its submission is accounted for as dead-lettered.</summary>
internal sealed class DeadLetterFilter(IServiceProvider services, string stage) : IFilter<ExceptionReceiveContext>
{
    private readonly ILogger _log = services.GetRequiredService<ILogger<DeadLetterFilter>>();

    public void Probe(ProbeContext context) => context.CreateFilterScope("deadLetter");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        Log.DeadLettered(_log, stage, context.Exception);
        if (context.TryGetPayload(out SubmissionName? submission))
        {
            await services.GetRequiredService<StorePatience>().RunAsync(
                ct => services.GetRequiredService<OutcomeRecorder>().RecordAsync(new()
                {
                    SubmissionId = submission.SubmissionId,
                    Status = SubmissionStatus.DeadLettered,
                    Stage = stage,
                    Detail = context.Exception.Message,
                }, ct),
                context.CancellationToken);
        }

        await next.Send(context);
    }
}
