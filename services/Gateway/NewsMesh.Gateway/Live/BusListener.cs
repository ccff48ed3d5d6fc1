using System.Text;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.Gateway.Live;

/// <summary>Feeds the bus's public events to those who follow them here, unread and as they are.</summary>
internal sealed class BusListener(IPublicEvents events, IEventFeed feed) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await ListenAsync(BusNames.Enriched, LiveEventKinds.Enriched, cancellationToken);
        await ListenAsync(BusNames.Rejected, LiveEventKinds.Rejected, cancellationToken);
        await ListenAsync(BusNames.Changed, LiveEventKinds.Changed, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task ListenAsync(string exchange, string kind, CancellationToken ct) =>
        events.ListenAsync(exchange, "#", json => feed.Publish(kind, OneLine(json)), ct);

    /// <summary>Line breaks in JSON are white space; in a server-sent event they would end the data.</summary>
    private static string OneLine(ReadOnlyMemory<byte> json)
    {
        var text = Encoding.UTF8.GetString(json.Span);
        return text.AsSpan().ContainsAny('\r', '\n') ? text.Replace('\r', ' ').Replace('\n', ' ') : text;
    }
}
