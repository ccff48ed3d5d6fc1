using System.Globalization;

namespace NewsMesh.Gateway.Live;

/// <summary>
/// Writes one subscription as server-sent events (HTML Living Standard, section 9.2). Written by hand since
/// the framework's result sends no comments: the first one opens the stream before any event, later ones keep it open.
/// </summary>
internal sealed class EventStream(IEventFeed feed, EventSubscription subscription, TimeSpan keepAlive, TimeProvider time) : IResult
{
    private const int ReconnectAfterMs = 2000;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var _ = subscription;
        var stopping = httpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await response.WriteAsync($"retry: {ReconnectAfterMs}\n: {feed.Epoch}\n\n", end.Token);
            await PumpAsync(response, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The subscriber left or the host stops: the normal end of a stream.
        }
    }

    private async Task PumpAsync(HttpResponse response, CancellationToken ct)
    {
        Task<bool>? more = null;
        while (true)
        {
            await response.Body.FlushAsync(ct);
            more ??= subscription.Events.WaitToReadAsync(ct).AsTask();
            try
            {
                await more.WaitAsync(keepAlive, time, ct);
                more = null;
            }
            catch (TimeoutException)
            {
                await response.WriteAsync(":\n\n", ct);
                continue;
            }

            await WriteWaitingAsync(response, ct);
        }
    }

    private async Task WriteWaitingAsync(HttpResponse response, CancellationToken ct)
    {
        if (subscription.TakeDropped() is var dropped and > 0)
        {
            var count = dropped.ToString(CultureInfo.InvariantCulture);
            await response.WriteAsync($"event: {LiveEventKinds.Dropped}\ndata: {{\"count\":{count}}}\n\n", ct);
        }

        while (subscription.Events.TryRead(out var live))
        {
            var id = StreamPosition.Format(feed.Epoch, live.Sequence);
            await response.WriteAsync($"id: {id}\nevent: {live.Kind}\ndata: {live.Json}\n\n", ct);
        }
    }
}
