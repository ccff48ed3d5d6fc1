using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsMesh.ServiceDefaults.Telemetry;

namespace NewsMesh.Services.Tests.Telemetry;

/// <summary>The telemetry of a host, whichever package hosts the SDK. Alone, since the standard variables are the process's.</summary>
[CollectionDefinition(nameof(TelemetryExportTests), DisableParallelization = true)]
[Collection(nameof(TelemetryExportTests))]
public sealed class TelemetryExportTests : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private readonly string? _endpoint = Environment.GetEnvironmentVariable(Endpoint);
    private readonly string? _protocol = Environment.GetEnvironmentVariable(Protocol);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Endpoint, _endpoint);
        Environment.SetEnvironmentVariable(Protocol, _protocol);
    }

    [Fact]
    public async Task Spans_and_metrics_are_sent_when_the_host_ends_at_the_latest()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var name = $"span {Guid.NewGuid():n}";
        string? trace;

        using (var host = Build(receiver.Address.ToString().TrimEnd('/')))
        {
            await host.StartAsync();
            using var metrics = new NewsMeshMetrics();
            metrics.CountOutcome("enriched", null, null);
            using (var span = NewsMeshTelemetry.Source.StartActivity(name))
            {
                trace = span?.TraceId.ToHexString();
            }

            await host.StopAsync();
        }

        var sent = Assert.Single(receiver.Spans, s => s.Name == name);
        Assert.Equal(("newsmesh-tests", trace), (sent.Service, sent.TraceId));
        Assert.Contains("newsmesh.articles", receiver.Metrics.Keys);
    }

    [Fact]
    public async Task Without_a_receiver_spans_have_ids_and_go_nowhere()
    {
        using var host = Build(endpoint: null);
        await host.StartAsync();

        using var span = NewsMeshTelemetry.Source.StartActivity("span");

        Assert.NotNull(span);
        Assert.NotEqual(default, span.TraceId);
        Assert.False(span.Recorded);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_parent_that_is_recorded_stays_so()
    {
        using var host = Build(endpoint: null);
        await host.StartAsync();
        var parent = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);

        using var span = NewsMeshTelemetry.Source.StartActivity("span", ActivityKind.Consumer, parent);

        Assert.Equal(parent.TraceId, span?.TraceId);
        Assert.True(span?.Recorded);
        await host.StopAsync();
    }

    private static IHost Build(string? endpoint)
    {
        Environment.SetEnvironmentVariable(Endpoint, endpoint);
        Environment.SetEnvironmentVariable(Protocol, "http/protobuf");
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddHostedService<TraceIds>();
        builder.Services.AddTelemetryExport("tests");
        return builder.Build();
    }
}
