using System.Diagnostics;
using MassTransit;
using NewsMesh.ServiceDefaults.Telemetry;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>
/// Continues the W3C trace of a plain AMQP publisher: MassTransit reads only its own header, so that without this every
/// foreign article would start a trace of its own.
/// </summary>
internal sealed class TraceParentFilter(string queue) : IFilter<ReceiveContext>
{
    public void Probe(ProbeContext context) => context.CreateFilterScope("traceParent");

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        if (!TraceHeaders.TryRead(context.TransportHeaders, out var parent))
        {
            await next.Send(context);
            return;
        }

        // MassTransit has started a span without a parent; it would be a trace of one span, so it is taken out.
        if (Activity.Current is { } orphan)
        {
            orphan.IsAllDataRequested = false;
            orphan.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        using var activity = NewsMeshTelemetry.Source.StartActivity(queue + " receive", ActivityKind.Consumer, parent);
        await next.Send(context);
    }
}
