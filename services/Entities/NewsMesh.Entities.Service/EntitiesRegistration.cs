using MassTransit.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsMesh.Entities.Service.Consumers;

namespace NewsMesh.Entities.Service;

/// <summary>Registers the entities stage.</summary>
public static class EntitiesRegistration
{
    /// <summary>Port of the service's health endpoints.</summary>
    public const int DefaultPort = 8083;

    public static void AddEntities(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IEntityRecognizer>(_ => EntityRecognizer.Create());
        services.AddSingleton<EntitiesStage>();
        services.RegisterConsumer<RecognizeEntitiesConsumer, RecognizeEntitiesConsumerDefinition>();
    }
}
