using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.Storage.Documents;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Before a message goes to its error queue, its submission is accounted for as dead-lettered.</summary>
internal sealed class DeadLetterFilter(IServiceProvider services, string stage) : IFilter<ExceptionReceiveContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("deadLetter");

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
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
