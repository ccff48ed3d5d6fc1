using NewsMesh.Storage;
using Polly;
using Polly.Retry;

namespace NewsMesh.ServiceDefaults.Outcomes;

/// <summary>Waits for a store that is away, with growing pauses and without end: accounts must not be lost to an outage.</summary>
public sealed class StorePatience(BusOptions options, TimeProvider clock)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<StoreUnavailableException>(),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryMin,
            MaxDelay = options.RetryMax,
        })
        .Build();

    /// <summary>Runs the work until the store has taken it or the caller gives up.</summary>
    public Task RunAsync(Func<CancellationToken, Task> work, CancellationToken ct = default) =>
        _pipeline.ExecuteAsync(async token => await work(token), ct).AsTask();
}
