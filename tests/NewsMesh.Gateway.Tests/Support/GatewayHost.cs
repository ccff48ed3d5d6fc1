using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Hosting;
using NewsMesh.Storage;

namespace NewsMesh.Gateway.Tests.Support;

/// <summary>
/// The gateway as its users meet it: a real server on a free loopback port, a real store in a folder of its own, the bus in memory.
/// </summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private GatewayHost(WebApplication app, DirectoryInfo folder, Uri address)
    {
        _app = app;
        _folder = folder;
        Address = address;
        Client = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public ManualClock Clock => (ManualClock)Get<TimeProvider>();

    public HttpClient Client { get; }

    public IStore Store => Get<IStore>();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="settings">Settings under <c>NewsMesh:Gateway</c>.</param>
    /// <param name="services">What the test replaces, last.</param>
    public static async Task<GatewayHost> StartAsync(
        Action<IServiceCollection>? services = null, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("newsmesh-gateway-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        foreach (var (name, value) in settings)
        {
            builder.Configuration[$"{GatewayOptions.Section}:{name}"] = value;
        }

        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new ManualClock());
        builder.AddGateway();
        var options = new NewsMeshOptions { Bus = NewsMeshOptions.InMemoryBus, Store = $"sqlite:{folder.FullName}/store.db" };
        builder.AddNewsMesh("gateway", options);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        services?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapGateway();
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new GatewayHost(app, folder, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
