using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NewsMesh.ServiceDefaults.Telemetry;

/// <summary>Export of traces and metrics by the SDK's own builders, started and ended with the host.</summary>
internal static class TelemetryExport
{
    /// <summary>Exports by OTLP where the standard variables name a receiver; what is left is sent when the host is disposed of.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="service">Name of the service, as in traces.</param>
    public static void AddTelemetryExport(this IServiceCollection services, string service)
    {
        if (TelemetryConfiguration.ExportsByOtlp)
        {
            services.AddHostedService(_ => new Providers(service));
        }
    }

    private sealed class Providers(string service) : IHostedService, IDisposable
    {
        private TracerProvider? _traces;
        private MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _traces = TelemetryConfiguration.Traces(Sdk.CreateTracerProviderBuilder(), service).Build();
            _metrics = TelemetryConfiguration.Metrics(Sdk.CreateMeterProviderBuilder(), service).Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }
}
