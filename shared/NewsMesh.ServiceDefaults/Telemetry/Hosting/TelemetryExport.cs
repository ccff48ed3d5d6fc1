using Microsoft.Extensions.DependencyInjection;

namespace NewsMesh.ServiceDefaults.Telemetry;

/// <summary>Export of traces and metrics by OpenTelemetry.Extensions.Hosting: the Upstream flavour.</summary>
internal static class TelemetryExport
{
    /// <summary>Exports by OTLP where the standard variables name a receiver; what is left is sent when the host is disposed of.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="service">Name of the service, as in traces.</param>
    public static void AddTelemetryExport(this IServiceCollection services, string service)
    {
        if (TelemetryConfiguration.ExportsByOtlp)
        {
            services.AddOpenTelemetry()
                .WithTracing(traces => TelemetryConfiguration.Traces(traces, service))
                .WithMetrics(metrics => TelemetryConfiguration.Metrics(metrics, service));
        }
    }
}
