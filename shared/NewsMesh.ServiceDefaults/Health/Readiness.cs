using MassTransit;
using NewsMesh.Storage;

namespace NewsMesh.ServiceDefaults.Health;

/// <summary>Ready is: the bus is connected and the store answers.</summary>
public sealed class Readiness(IBusControl bus, IStore store)
{
    /// <summary>How long the store may take to answer.</summary>
    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(3);

    /// <summary>Null when ready, else what is missing.</summary>
    public async Task<string?> CheckAsync(CancellationToken ct = default)
    {
        var health = bus.CheckHealth();
        if (health.Status != BusHealthStatus.Healthy)
        {
            return "bus: " + health.Description;
        }

        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
            timeout.CancelAfter(StorePatience);
            await store.PingAsync(timeout.Token);
            return null;
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            return "store: " + e.Message;
        }
    }
}
