using MassTransit;
using NewsMesh.Contracts;
using RabbitMQ.Client;

namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>RabbitMQ: quorum work queues, topic exchanges for the public events, every publish confirmed.</summary>
internal sealed class RabbitMqTransport(Uri broker, BusOptions options) : IBusTransport
{
    public Uri SubmissionAddress { get; } = new("exchange:" + BusNames.Articles);

    public void Configure(IBusRegistrationConfigurator bus, Action<IBusFactoryConfigurator> common) =>
        bus.UsingRabbitMq((context, rabbit) =>
        {
            rabbit.Host(new UriBuilder(broker) { UserName = "", Password = "" }.Uri, host =>
            {
                var (user, password) = Credentials();
                host.Username(user);
                host.Password(password);
                host.PublisherConfirmation = true;
                host.MaxMessageSize(options.MaxMessageBytes);
            });
            rabbit.PrefetchCount = options.Prefetch;
            common(rabbit);

            // A foreign client that binds right after start, and a send to a stage that never ran, must find everything there.
            rabbit.DeployPublishTopology = true;
            rabbit.Publish<ArticleEnriched>(x => x.ExchangeType = ExchangeType.Topic);
            rabbit.Publish<ArticleRejected>(x => x.ExchangeType = ExchangeType.Topic);
            rabbit.Publish<DuplicateChanged>(x => x.ExchangeType = ExchangeType.Topic);
            rabbit.Publish<StoryChanged>(x => x.ExchangeType = ExchangeType.Topic);
            DeclareNextQueue<ArticleIngested>(rabbit, BusNames.IngestedExchange, BusNames.StrippingQueue);
            DeclareNextQueue<ArticleStripped>(rabbit, BusNames.StrippedExchange, BusNames.EntitiesQueue);
            DeclareNextQueue<EntitiesRecognized>(rabbit, BusNames.RecognizedExchange, BusNames.DedupQueue);
            DeclareNextQueue<SubmitArticle>(rabbit, BusNames.Articles, BusNames.Articles);
            rabbit.ConfigureEndpoints(context);
        });

    public void ConfigureWorkQueue(IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();
        }
    }

    public void ConfigureTap(IReceiveEndpointConfigurator endpoint, string exchange, string key)
    {
        var rabbit = (IRabbitMqReceiveEndpointConfigurator)endpoint;
        rabbit.Durable = false;
        rabbit.AutoDelete = true;
        rabbit.Bind(exchange, x =>
        {
            x.ExchangeType = ExchangeType.Topic;
            x.RoutingKey = key;
        });
    }

    /// <summary>Declares the queue that a message goes to, so that nothing is lost before its service's first start.</summary>
    private static void DeclareNextQueue<T>(IRabbitMqBusFactoryConfigurator rabbit, string exchange, string queue)
        where T : class =>
        rabbit.Publish<T>(x => x.BindQueue(exchange, queue, binding => binding.SetQuorumQueue()));

    private (string User, string Password) Credentials()
    {
        var parts = broker.UserInfo.Split(':', 2);
        return parts is [{ Length: > 0 } user, var password]
            ? (Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
            : ("guest", "guest");
    }
}
