using MassTransit;
using MassTransit.Transports;
using Microsoft.Extensions.Hosting;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>
/// Cancels what is still at work when a stopping host has waited long enough. RabbitMQ's endpoints do so themselves; those
/// inside the process would wait for an absent store for ever, and the process with them.
/// </summary>
internal sealed class StopDeadlineFilter : IFilter<ReceiveContext>
{
    private readonly CancellationToken _deadline;

    public StopDeadlineFilter(IHostApplicationLifetime lifetime, TimeSpan patience)
    {
        var deadline = new CancellationTokenSource();
        _deadline = deadline.Token;
        lifetime.ApplicationStopping.Register(() => deadline.CancelAfter(patience));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("stopDeadline");

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        await using var registration = _deadline.Register(((BaseReceiveContext)context).Cancel);
        await next.Send(context);
    }
}
