using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;

namespace NewsMesh.Ingest.Service.Consumers;

/// <summary>The drop queue.</summary>
public sealed class SubmitArticleConsumerDefinition(BusOptions options)
    : StageConsumerDefinition<SubmitArticleConsumer>(BusNames.Articles, Stages.Ingest, options)
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<SubmitArticleConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        SubmissionEndpoint.Configure(endpointConfigurator, context);
        base.ConfigureConsumer(endpointConfigurator, consumerConfigurator, context);
    }
}
