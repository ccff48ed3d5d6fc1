using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsMesh.Storage;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>
/// What every stage's endpoint shares: its queue, its concurrency, patience with an absent store, and the account of what
/// failed for good.
/// </summary>
public abstract class StageConsumerDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    private readonly BusOptions _options;
    private readonly string _stage;

    protected StageConsumerDefinition(string queue, string stage, BusOptions options)
    {
        _options = options;
        _stage = stage;
        EndpointName = queue;
        ConcurrentMessageLimit = options.Concurrency;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<TConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        context.GetRequiredService<IBusTransport>().ConfigureWorkQueue(endpointConfigurator, context);
        endpointConfigurator.ConfigureError(error =>
        {
            error.UseFilter(new OversizeFilter(context, _stage));
            error.UseFilter(new DeadLetterFilter(context, _stage));
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(new ErrorTransportFilter());
        });

        // A store or broker that is away is waited for, however long: the messages in flight hold the endpoint, and none
        // goes to _error. A kill switch would act later: it counts faults, and a fault has been moved to _error by then.
        endpointConfigurator.UseMessageRetry(retry =>
        {
            retry.Handle<StoreUnavailableException>();
            retry.Handle<BusUnavailableException>();
            retry.Handle<AnnouncementHeldException>();
            retry.ConnectRetryObserver(new RetryLog(context.GetRequiredService<ILogger<RetryLog>>()));
            retry.Exponential(int.MaxValue, _options.RetryMin, _options.RetryMax, _options.RetryMin);
        });
    }
}
