using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.ServiceDefaults.Health;
using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;

namespace NewsMesh.ServiceDefaults.Hosting;

/// <summary>What every host adds once its consumers are registered.</summary>
public static class NewsMeshServices
{
    /// <summary>Adds store, bus, telemetry and health.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="service">Name of the service, as in traces.</param>
    /// <param name="options">Checked settings.</param>
    public static void AddNewsMesh(this IHostApplicationBuilder builder, string service, NewsMeshOptions options)
    {
        var services = builder.Services;

        // MassTransit logs each fault and retry with its stack; what matters of them is in Log, one line each.
        builder.Logging.AddFilter("MassTransit.ReceiveTransport", LogLevel.None);

        // A failed start is told once, by StartFault, and not as a stack trace as well.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => StoreFactory.Create(
            options.Store, provider.GetRequiredService<TimeProvider>(), options.StoreOptions));
        services.AddSingleton<NewsMeshMetrics>();
        services.AddSingleton<StageRunner>();
        services.AddSingleton<Readiness>();
        services.Configure<HostOptions>(x => x.ShutdownTimeout = options.BusOptions.StopTimeout + TimeSpan.FromSeconds(5));

        // Telemetry starts before the bus, so that no first message goes untraced; the store before both.
        services.AddHostedService<StoreInitializer>();
        services.AddHostedService<TraceIds>();
        services.AddTelemetryExport(service);
        TelemetryConfiguration.Logs(builder.Logging, service);
        services.AddNewsMeshBus(options);
    }
}
