using MassTransit.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsMesh.Dedup.Service.Consumers;
using NewsMesh.Dedup.Stories;
using NewsMesh.Storage;

namespace NewsMesh.Dedup.Service;

/// <summary>Registers the dedup stage, which is the last one and announces the article.</summary>
public static class DedupRegistration
{
    /// <summary>Port of the service's health endpoints.</summary>
    public const int DefaultPort = 8084;

    public static void AddDedup(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        var options = DedupOptions.From(builder.Configuration);
        services.AddSingleton(options);
        services.AddSingleton(DedupParameters.Default with { Window = options.Window });
        services.AddSingleton(StoryParameters.Default);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().DedupIndex);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Stories);
        services.AddSingleton(provider => provider.GetRequiredService<IStore>().Articles);
        services.AddSingleton<DedupStage>();
        services.AddSingleton<DedupRun>();
        services.AddSingleton<ArticleAnnouncer>();
        services.AddHostedService<SignatureExpiry>();
        services.RegisterConsumer<PlaceArticleConsumer, PlaceArticleConsumerDefinition>();
    }
}
