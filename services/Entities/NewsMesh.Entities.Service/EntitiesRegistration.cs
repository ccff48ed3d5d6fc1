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
        // Loaded now, so that a model that cannot be used stops the process before it takes messages.
        var recognizer = EntitiesOptions.From(builder.Configuration).LoadRecognizer();
        services.AddSingleton(_ => recognizer);
        services.AddSingleton<EntitiesStage>();
        services.RegisterConsumer<RecognizeEntitiesConsumer, RecognizeEntitiesConsumerDefinition>();
    }
}
