using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>Receives spans, metrics and logs by OTLP over HTTP, as a collector would.</summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtlpReceiver(WebApplication app)
    {
        _app = app;
    }

    public ConcurrentQueue<OtlpSpan> Spans { get; } = new();

    /// <summary>Names of the metrics seen.</summary>
    public ConcurrentDictionary<string, bool> Metrics { get; } = new();

    /// <summary>Trace ids of the log records seen, lower-case hexadecimal.</summary>
    public ConcurrentQueue<string> LogTraceIds { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/v1/traces", request => TakeAsync(request, body => OtlpMessages.Spans(body).ToList().ForEach(receiver.Spans.Enqueue)));
        receiver._app.MapPost("/v1/metrics", request => TakeAsync(request, body => OtlpMessages.MetricNames(body).ToList().ForEach(name => receiver.Metrics[name] = true)));
        receiver._app.MapPost("/v1/logs", request => TakeAsync(request, body => OtlpMessages.LogTraceIds(body).ToList().ForEach(receiver.LogTraceIds.Enqueue)));
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task TakeAsync(HttpContext context, Action<byte[]> take)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        take(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }
}
