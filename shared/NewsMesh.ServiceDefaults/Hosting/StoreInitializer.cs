using Microsoft.Extensions.Hosting;
using NewsMesh.Storage;

namespace NewsMesh.ServiceDefaults.Hosting;

/// <summary>Opens the store and brings its schema up to date before any message comes.</summary>
internal sealed class StoreInitializer(IStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.InitializeAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
