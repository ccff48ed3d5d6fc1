using MassTransit.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsMesh.Ingest.Language;
using NewsMesh.Ingest.Service.Consumers;

namespace NewsMesh.Ingest.Service;

/// <summary>Registers the ingest stage.</summary>
public static class IngestRegistration
{
    /// <summary>Port of the service's health endpoints.</summary>
    public const int DefaultPort = 8081;

    public static void AddIngest(this IHostApplicationBuilder builder)
    {
        var options = IngestOptions.From(builder.Configuration);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => LanguageDetector.Load());
        services.AddSingleton<ILanguageGuesser, LanguageGuesser>();
        services.AddSingleton(options.Limits);
        services.AddSingleton(options.Fetch);
        services.AddSingleton<ArticleIntake>();
        services.AddSingleton<PageFetcher>();
        services.AddSingleton<IngestStage>();
        services.RegisterConsumer<SubmitArticleConsumer, SubmitArticleConsumerDefinition>();
    }
}
