using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults.Outcomes;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>A well-formed message of another type, which no consumer takes, is a counted rejection too.</summary>
internal sealed class ForeignEnvelopeFilter(IServiceProvider services) : IFilter<ReceiveContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("foreignEnvelope");

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        services.GetRequiredService<RejectionRecorder>().RejectMessageAsync(
            context, RejectionReasons.Malformed, "The message is an envelope of another type.");
}
