using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;

namespace NewsMesh.Dedup.Service.Consumers;

/// <summary>The queue of articles with their entities.</summary>
public sealed class PlaceArticleConsumerDefinition(BusOptions options)
    : StageConsumerDefinition<PlaceArticleConsumer>(BusNames.DedupQueue, Stages.Dedup, options);
