using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;

namespace NewsMesh.Entities.Service.Consumers;

/// <summary>The queue of stripped articles.</summary>
public sealed class RecognizeEntitiesConsumerDefinition(BusOptions options)
    : StageConsumerDefinition<RecognizeEntitiesConsumer>(BusNames.EntitiesQueue, Stages.Entities, options);
