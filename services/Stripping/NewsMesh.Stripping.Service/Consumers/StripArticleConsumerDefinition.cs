using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;

namespace NewsMesh.Stripping.Service.Consumers;

/// <summary>The queue of ingested pages.</summary>
public sealed class StripArticleConsumerDefinition(BusOptions options)
    : StageConsumerDefinition<StripArticleConsumer>(BusNames.StrippingQueue, Stages.Stripping, options);
