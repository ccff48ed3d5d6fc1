using MassTransit.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsMesh.Stripping.Service.Consumers;

namespace NewsMesh.Stripping.Service;

/// <summary>Registers the stripping stage.</summary>
public static class StrippingRegistration
{
    /// <summary>Port of the service's health endpoints.</summary>
    public const int DefaultPort = 8082;

    public static void AddStripping(this IHostApplicationBuilder builder)
    {
        var options = StrippingOptions.From(builder.Configuration);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(new ArticleStripper(options.Limits));
        services.AddSingleton<StrippingStage>();
        services.RegisterConsumer<StripArticleConsumer, StripArticleConsumerDefinition>();
    }
}
