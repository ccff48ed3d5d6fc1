using MassTransit;
using Microsoft.Extensions.Logging;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>One line for every message that starts to wait for the store or the broker; waiting for another worker is nothing to tell.</summary>
internal sealed class RetryLog(ILogger<RetryLog> log) : IRetryObserver
{
    public Task PostCreate<T>(RetryPolicyContext<T> context)
        where T : class, PipeContext => Task.CompletedTask;

    public Task PostFault<T>(RetryContext<T> context)
        where T : class, PipeContext
    {
        if (context.Exception is not AnnouncementHeldException)
        {
            Log.Waiting(log, context.Exception.Message);
        }

        return Task.CompletedTask;
    }

    public Task PreRetry<T>(RetryContext<T> context)
        where T : class, PipeContext => Task.CompletedTask;

    public Task RetryFault<T>(RetryContext<T> context)
        where T : class, PipeContext => Task.CompletedTask;

    public Task RetryComplete<T>(RetryContext<T> context)
        where T : class, PipeContext => Task.CompletedTask;
}
