using MassTransit;
using RabbitMQ.Client.Exceptions;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Runs a send or publish that must be confirmed in time, and gives every way that a broker can be away one name.</summary>
public static class ConfirmedSend
{
    /// <summary>Throws <see cref="BusUnavailableException"/> where the broker is away, does not confirm, or has no queue for the message.</summary>
    public static async Task RunAsync(string what, TimeSpan patience, Func<CancellationToken, Task> send, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(patience);
        try
        {
            await send(timeout.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new BusUnavailableException($"The broker did not confirm {what} in time.", e);
        }
        catch (Exception e) when (e is TransportException or ConnectionException or RabbitMQClientException or ObjectDisposedException)
        {
            throw new BusUnavailableException($"The broker did not take {what}: {e.Message}", e);
        }
    }
}
