using MassTransit;
using MassTransit.Transports.Fabric;
using NewsMesh.Contracts;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>The bus inside one process.</summary>
internal sealed class InMemoryTransport(BusOptions options) : IBusTransport
{
    public Uri SubmissionAddress { get; } = new("queue:" + BusNames.Articles);

    public void Configure(IBusRegistrationConfigurator bus, Action<IBusFactoryConfigurator> common) =>
        bus.UsingInMemory((context, memory) =>
        {
            memory.PrefetchCount = options.Prefetch;
            memory.Publish<ArticleEnriched>(x => x.ExchangeType = ExchangeType.Topic);
            memory.Publish<ArticleRejected>(x => x.ExchangeType = ExchangeType.Topic);
            memory.Publish<DuplicateChanged>(x => x.ExchangeType = ExchangeType.Topic);
            memory.Publish<StoryChanged>(x => x.ExchangeType = ExchangeType.Topic);
            common(memory);
            memory.ConfigureEndpoints(context);
        });

    public void ConfigureWorkQueue(IReceiveEndpointConfigurator endpoint)
    {
    }

    public void BindPublicEvents(IReceiveEndpointConfigurator endpoint)
    {
        var memory = (IInMemoryReceiveEndpointConfigurator)endpoint;
        foreach (var exchange in (string[])[BusNames.Enriched, BusNames.Rejected, BusNames.Changed])
        {
            memory.Bind(exchange, ExchangeType.Topic, "#");
        }
    }
}
