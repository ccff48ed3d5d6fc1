using System.Runtime.Serialization;
using System.Text.Json;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Runs a send or publish that must be confirmed in time, and gives every way that a broker can be away one name.</summary>
public static class ConfirmedSend
{
    /// <summary>
    /// Throws <see cref="BusUnavailableException"/> where the broker is away, does not confirm, or has no queue for the message;
    /// what is wrong with the message itself as it is.
    /// </summary>
    public static async Task RunAsync(string what, TimeSpan patience, Func<CancellationToken, Task> send, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(patience);
        try
        {
            // The wait ends by itself: a confirm that a connection took with it may never be told to the client.
            await send(timeout.Token).WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new BusUnavailableException($"The broker did not confirm {what} in time.", e);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && !IsOfTheMessage(e))
        {
            throw new BusUnavailableException($"The broker did not take {what}: {e.Message}", e);
        }
    }

    /// <summary>
    /// The message's faults are few, and the rest is the broker's: what the clients throw while a connection ends is no closed
    /// list (a closed channel, a disposed lock, a time-out), and a fault taken for the code's would move good messages to _error.
    /// </summary>
    private static bool IsOfTheMessage(Exception fault) =>
        fault is SerializationException or JsonException or NotSupportedException or ArgumentException;
}
