using Microsoft.Extensions.Hosting;

namespace NewsMesh.ServiceDefaults.Hosting;

/// <summary>Starts a host whole or not at all.</summary>
public static class HostStart
{
    /// <summary>
    /// Starts a host. Where a part cannot (its port is taken, say), those started before it stop in order, and only then the
    /// fault goes on: the bus has taken messages by then, which would fail, and go to the error queue, in a host that is
    /// disposed under them.
    /// </summary>
    public static async Task StartWholeAsync(this IHost host, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            await host.StartAsync(ct);
        }
        catch
        {
            await host.StopAsync(CancellationToken.None);
            throw;
        }
    }
}
