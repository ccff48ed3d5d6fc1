using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsMesh.ServiceDefaults.Health;

namespace NewsMesh.ServiceDefaults.Hosting;

/// <summary>Runs one service: settings, store, bus, telemetry, health.</summary>
public static class ServiceHost
{
    private const int Done = 0;
    private const int BadStart = 2;

    /// <summary>Builds and runs a service until it is asked to stop.</summary>
    /// <param name="name">Name of the service, as in traces.</param>
    /// <param name="args">Command line: any setting as <c>--NewsMesh:Bus=…</c>.</param>
    /// <param name="port">Port on 127.0.0.1 where no address is set.</param>
    /// <param name="register">Registers the service's consumers.</param>
    /// <param name="map">Maps endpoints beside health.</param>
    /// <returns>Exit code: 0, or 2 after one clear line on stderr where a setting, a port or the store cannot be used.</returns>
    public static async Task<int> RunAsync(
        string name, string[] args, int port, Action<WebApplicationBuilder> register, Action<WebApplication>? map = null)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(args);
            var options = NewsMeshOptions.From(builder.Configuration);
            builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
            register(builder);
            builder.UseListenAddress(options, $"http://127.0.0.1:{port}");
            builder.AddNewsMesh(name, options);

            await using var app = builder.Build();
            app.MapHealth();
            map?.Invoke(app);
            await app.StartWholeAsync();
            await app.WaitForShutdownAsync();
            return Done;
        }
        catch (Exception e) when (StartFault.Explain(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"newsmesh-{name}: {sentence}");
            return BadStart;
        }
    }
}
