using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using NewsMesh.ServiceDefaults.Outcomes;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Sets the bus up, once per process, for all consumers registered with <c>RegisterConsumer</c>.</summary>
public static class BusRegistration
{
    /// <summary>Adds the bus that the settings name. Call it after the stages have registered their consumers.</summary>
    public static IServiceCollection AddNewsMeshBus(this IServiceCollection services, NewsMeshOptions options)
    {
        var address = BusAddress.Parse(options.Bus);
        IBusTransport transport = address.Broker is { } broker
            ? new RabbitMqTransport(broker, options.BusOptions)
            : new InMemoryTransport(options.BusOptions);

        services.AddSingleton(transport);
        services.AddSingleton(address);
        services.AddSingleton(options.BusOptions);
        services.AddSingleton<IArticleSubmitter, ArticleSubmitter>();
        services.AddSingleton<IPublicEvents, PublicEvents>();
        services.AddSingleton<RejectionRecorder>();
        services.AddSingleton<OutcomeRecorder>();
        services.AddSingleton<StorePatience>();
        services.AddSingleton<StageConclusion>();
        services.AddSingleton<IEventAnnouncer, EventAnnouncer>();
        services.Configure<MassTransitHostOptions>(x =>
        {
            // Later than StopDeadlineFilter ends what is at work: MassTransit 8 faults, on a timer's thread and so fatally for the
            // process, where its own deadline meets a message that is still there.
            var stop = options.BusOptions.StopTimeout + TimeSpan.FromSeconds(3);
            x.WaitUntilStarted = true;
            x.StartTimeout = options.BusOptions.StartTimeout;
            x.StopTimeout = stop;
            x.ConsumerStopTimeout = stop;
        });
        return services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            transport.Configure(bus, factory =>
            {
                factory.ConfigureJsonSerializerOptions(EventJson.Configure);
                factory.AddRawJsonSerializer(RawSerializerOptions.CopyHeaders);
                PublishedMessages.Configure(factory);
            });
        });
    }
}
