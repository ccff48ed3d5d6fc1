using System.Diagnostics;
using NewsMesh.Storage.Mongo.Connection;
using Polly;
using Polly.Retry;

namespace NewsMesh.Storage.Mongo;

/// <summary>
/// Quick retries of one command, for what a moment may mend: an election, a lost connection, a conflict. Longer outages are
/// the callers' to wait for. Every write of the store may be repeated, so that a lost reply does no harm.
/// </summary>
internal static class MongoRetry
{
    public static ResiliencePipeline Pipeline(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<MongoFaultException>(IsPassing),
                MaxRetryAttempts = MongoLimits.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = MongoLimits.RetryDelay,
                MaxDelay = MongoLimits.MaxRetryDelay,
                OnRetry = retry =>
                {
                    var error = MongoErrors.Type((MongoFaultException)retry.Outcome.Exception!);
                    StorageTelemetry.Retries.Add(1, new KeyValuePair<string, object?>("error.type", error));
                    Activity.Current?.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection
                    {
                        ["attempt"] = retry.AttemptNumber + 1,
                        ["delay_ms"] = retry.RetryDelay.TotalMilliseconds,
                        ["error.type"] = error,
                    }));
                    return default;
                },
            })
            .Build();

    private static bool IsPassing(MongoFaultException fault) =>
        fault.Kind == MongoFaultKind.Unreachable
        || (fault.Kind == MongoFaultKind.Refused && MongoCodes.IsPassing(fault.Code));
}
