using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Outcomes;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Rejects a message that is too large to be a submission before anything reads it.</summary>
internal sealed class SubmissionSizeFilter(IServiceProvider services) : IFilter<ReceiveContext>
{
    private readonly int _limit = services.GetRequiredService<BusOptions>().MaxSubmissionBytes;

    public void Probe(ProbeContext context) => context.CreateFilterScope("submissionSize");

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        context.Body.Length is { } length && length > _limit
            ? services.GetRequiredService<RejectionRecorder>().RejectMessageAsync(
                context, RejectionReasons.TooLarge, $"The message has {length} bytes; the limit is {_limit}.")
            : next.Send(context);
}
