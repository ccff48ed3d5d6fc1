using MassTransit;
using MassTransit.Transports.Fabric;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
            common(memory);
            memory.Publish<ArticleEnriched>(x => x.ExchangeType = ExchangeType.Topic);
            memory.Publish<ArticleRejected>(x => x.ExchangeType = ExchangeType.Topic);
            memory.Publish<DuplicateChanged>(x => x.ExchangeType = ExchangeType.Topic);
            memory.Publish<StoryChanged>(x => x.ExchangeType = ExchangeType.Topic);
            memory.ConfigureEndpoints(context);
        });

    public void ConfigureWorkQueue(IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        var deadline = new StopDeadlineFilter(context.GetRequiredService<IHostApplicationLifetime>(), options.StopTimeout);
        endpoint.ConfigureReceive(receive => receive.UseFilter(deadline));
    }

    public void ConfigureTap(IReceiveEndpointConfigurator endpoint, string exchange, string key) =>
        ((IInMemoryReceiveEndpointConfigurator)endpoint).Bind(exchange, ExchangeType.Topic, key);
}
