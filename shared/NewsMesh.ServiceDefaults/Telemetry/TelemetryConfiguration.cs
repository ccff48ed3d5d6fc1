using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using NewsMesh.Storage;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsMesh.ServiceDefaults.Telemetry;

/// <summary>What is traced and measured, and where it goes; the same whichever package hosts the SDK.</summary>
public static class TelemetryConfiguration
{
    private static readonly string[] EndpointVariables =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
        "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    /// <summary>
    /// Sources that make an article's trace. <c>RabbitMQ.Client.*</c> stays off: its spans repeat MassTransit's.
    /// </summary>
    public static FrozenSet<string> Sources { get; } =
        new[]
        {
            NewsMeshTelemetry.Name, StorageTelemetry.Name, NewsMeshTelemetry.MassTransitName, "System.Net.Http", "Microsoft.AspNetCore",
        }.ToFrozenSet();

    /// <summary>Whether an OTLP endpoint is set, by the standard variables.</summary>
    public static bool ExportsByOtlp =>
        EndpointVariables.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });

    public static TracerProviderBuilder Traces(TracerProviderBuilder builder, string service) =>
        builder.SetResourceBuilder(Resource(service)).AddSource([.. Sources]).AddOtlpExporter(Exporter);

    public static MeterProviderBuilder Metrics(MeterProviderBuilder builder, string service) =>
        builder.SetResourceBuilder(Resource(service))
            .AddMeter(NewsMeshTelemetry.Name, StorageTelemetry.Name, NewsMeshTelemetry.MassTransitName, "System.Runtime")
            .AddOtlpExporter(Exporter);

    /// <summary>Sends logs by OTLP beside the console, with the trace id of the article that they are about.</summary>
    public static void Logs(ILoggingBuilder logging, string service)
    {
        if (ExportsByOtlp)
        {
            logging.AddOpenTelemetry(x => x.SetResourceBuilder(Resource(service)).AddOtlpExporter(Exporter));
        }
    }

    /// <summary>The environment's OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win over the service's own name.</summary>
    private static ResourceBuilder Resource(string service) =>
        ResourceBuilder.CreateEmpty().AddService("newsmesh-" + service).AddTelemetrySdk().AddEnvironmentVariableDetector();

    /// <summary>The SDK's default protocol is gRPC; the standard variable is read here since the builder's own reading ignores it for HTTP paths.</summary>
    private static void Exporter(OtlpExporterOptions options)
    {
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL") is "http/protobuf")
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
        }
    }
}
