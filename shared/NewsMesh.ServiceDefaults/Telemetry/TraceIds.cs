using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace NewsMesh.ServiceDefaults.Telemetry;

/// <summary>Lets every span start, exported or not: without a listener none would, and every traceId would be missing.</summary>
internal sealed class TraceIds : IHostedService, IDisposable
{
    private ActivityListener? _listener;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => TelemetryConfiguration.Sources.Contains(source.Name),
            Sample = KeepFlags,
        };
        ActivitySource.AddActivityListener(_listener);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener?.Dispose();

    /// <summary>A publisher that records its trace is told by the outgoing flag that this part may be recorded too.</summary>
    private static ActivitySamplingResult KeepFlags(ref ActivityCreationOptions<ActivityContext> options) =>
        options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
            ? ActivitySamplingResult.AllDataAndRecorded
            : ActivitySamplingResult.PropagationData;
}
