using NewsMesh.Storage;

namespace NewsMesh.Dedup.Service;

/// <summary>
/// Removes signatures that have left the window, at the start and from time to time. Any number of processes may do so at once.
/// </summary>
public sealed class SignatureExpiry(
    IDedupIndex index, DedupOptions options, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<SignatureExpiry> logger)
    : BackgroundService
{
    /// <summary>Removes what has left the window as of now; the number removed.</summary>
    public Task<int> RemoveAsync(CancellationToken ct) => index.RemoveBeforeAsync(clock.GetUtcNow() - options.Window, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The store is opened by a service that starts after this one.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.ExpiryInterval, clock);
        do
        {
            try
            {
                var count = await RemoveAsync(stoppingToken);
                logger.SignaturesExpired(count);
            }
            catch (StoreUnavailableException e)
            {
                logger.ExpiryPutOff(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
