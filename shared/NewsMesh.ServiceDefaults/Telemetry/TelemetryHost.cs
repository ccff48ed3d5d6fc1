using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NewsMesh.ServiceDefaults.Telemetry;

/// <summary>
/// Starts the OpenTelemetry SDK with the host and flushes it at the end. Exports by OTLP where the standard
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a receiver; otherwise spans only carry ids.
/// </summary>
internal sealed class TelemetryHost(string service) : IHostedService, IDisposable
{
    private ActivityListener? _ids;
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Without a listener no span would start, and every traceId would be missing.
        _ids = new ActivityListener
        {
            ShouldListenTo = source => TelemetryConfiguration.Sources.Contains(source.Name),
            Sample = KeepFlags,
        };
        ActivitySource.AddActivityListener(_ids);
        if (TelemetryConfiguration.ExportsByOtlp)
        {
            _traces = TelemetryConfiguration.Traces(Sdk.CreateTracerProviderBuilder(), service).Build();
            _metrics = TelemetryConfiguration.Metrics(Sdk.CreateMeterProviderBuilder(), service).Build();
        }

        return Task.CompletedTask;
    }

    /// <summary>A publisher that records its trace is told by the outgoing flag that this part may be recorded too.</summary>
    private static ActivitySamplingResult KeepFlags(ref ActivityCreationOptions<ActivityContext> options) =>
        options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
            ? ActivitySamplingResult.AllDataAndRecorded
            : ActivitySamplingResult.PropagationData;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        _ids?.Dispose();
    }
}
