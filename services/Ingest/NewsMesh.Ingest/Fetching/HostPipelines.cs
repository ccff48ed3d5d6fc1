using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace NewsMesh.Ingest;

/// <summary>
/// One resilience pipeline for each host: retries around a circuit breaker around the time limit of one attempt. Hosts
/// beyond the bound push out the one unused longest, whose circuit starts closed when it comes back.
/// </summary>
internal sealed class HostPipelines(FetchOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byHost = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();

    public ResiliencePipeline<FetchAttempt> For(Uri url)
    {
        var host = url.Authority;
        lock (_lock)
        {
            if (_byHost.TryGetValue(host, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return known.Value.Pipeline;
            }

            if (_byHost.Count >= options.MaxTrackedHosts && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _byHost.Remove(oldest.Value.Host);
            }

            var pipeline = Build();
            _byHost[host] = _byUse.AddFirst(new Entry(host, pipeline));
            return pipeline;
        }
    }

    private ResiliencePipeline<FetchAttempt> Build()
    {
        var builder = new ResiliencePipelineBuilder<FetchAttempt> { TimeProvider = time };
        if (options.MaxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<FetchAttempt>
            {
                MaxRetryAttempts = options.MaxAttempts - 1,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = Passing(retryable: attempt => !(attempt.RetryAfter > options.MaxRetryAfter)),
                DelayGenerator = arguments => ValueTask.FromResult(Wait(arguments.Outcome.Result)),
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<FetchAttempt>
            {
                FailureRatio = options.CircuitFailureRatio,
                MinimumThroughput = options.CircuitMinRequests,
                SamplingDuration = options.CircuitSampling,
                BreakDuration = options.CircuitBreak,
                ShouldHandle = Passing(retryable: _ => true),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    private static PredicateBuilder<FetchAttempt> Passing(Func<FetchAttempt, bool> retryable) =>
        new PredicateBuilder<FetchAttempt>()
            .HandleResult(attempt => attempt.IsTransient && retryable(attempt))
            .Handle<HttpRequestException>(FetchFaults.MayPass)
            .Handle<IOException>()
            .Handle<TimeoutRejectedException>()
            .Handle<OperationCanceledException>(FetchFaults.IsConnectTimeout);

    /// <summary>What the server asks for; null leaves it to the backoff.</summary>
    private static TimeSpan? Wait(FetchAttempt? attempt) =>
        attempt?.RetryAfter is { } wait ? TimeSpan.FromTicks(Math.Max(0, wait.Ticks)) : null;

    private sealed record Entry(string Host, ResiliencePipeline<FetchAttempt> Pipeline);
}
