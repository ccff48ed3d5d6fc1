using System.Text.Encodings.Web;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsMesh.Gateway.Api;
using NewsMesh.Gateway.Dashboard;
using NewsMesh.Gateway.Live;
using NewsMesh.Gateway.Submitting;

namespace NewsMesh.Gateway;

/// <summary>The HTTP API, the live events and the dashboard, for every host that serves them.</summary>
public static class GatewayRegistration
{
    /// <summary>Port where no address is set.</summary>
    public const int DefaultPort = 8080;

    /// <summary>
    /// Registers the gateway's services. The host adds store and bus afterwards, and may register an
    /// <see cref="IStrippedView"/>.
    /// </summary>
    public static void AddGateway(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(GatewayOptions.From(builder.Configuration));
        services.AddSingleton<IEventFeed, EventFeed>();
        services.AddHostedService<BusListener>();
        services.AddSingleton<UnfinishedSubmissions>();
        services.AddSingleton<SubmitService>();
        services.AddSingleton<DashboardAssets>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        services.AddProblemDetails();
        services.AddOpenApi();
    }

    /// <summary>Maps API, events, OpenAPI document and dashboard.</summary>
    public static void MapGateway(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(SecurityHeaders.Apply);

        var api = app.MapGroup("").AddEndpointFilter<StoreAwayFilter>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        SubmitEndpoint.Map(api);
        ArticleEndpoints.Map(api);
        RawPageEndpoint.Map(api);
        StrippedEndpoint.Map(api);
        SubmissionEndpoints.Map(api);
        RejectionEndpoints.Map(api);
        StoryEndpoints.Map(api);
        EntityEndpoints.Map(api);
        EventsEndpoint.Map(api);
        DashboardEndpoints.Map(app);
        app.MapOpenApi();
    }
}
