namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>The four services and the gateway as separate processes on one broker and one store.</summary>
public sealed class Pipeline : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsmesh-e2e-").FullName;
    private readonly Dictionary<string, ServiceProcess> _services = [];

    private Pipeline(Uri broker, string? store, IReadOnlyDictionary<string, string>? settings)
    {
        var environment = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["NewsMesh__Bus"] = broker.ToString(),
            ["NewsMesh__Store"] = store ?? $"sqlite:{Path.Combine(_folder, "newsmesh.db")}",
        };
        foreach (var name in (string[])["Ingest", "Stripping", "Entities", "Dedup", "Gateway"])
        {
            _services[name] = new ServiceProcess(name, environment);
        }
    }

    public ServiceProcess this[string name] => _services[name];

    public GatewayClient Gateway => new(_services["Gateway"].Address);

    /// <summary>All five.</summary>
    public IReadOnlyCollection<ServiceProcess> Services => _services.Values;

    /// <summary>Starts the services and waits until they are ready.</summary>
    /// <param name="broker">A broker of this pipeline alone: the queues' names are fixed.</param>
    /// <param name="store">The store's setting; a SQLite file of the pipeline's own where null.</param>
    /// <param name="settings">More settings, as environment variables.</param>
    public static async Task<Pipeline> StartAsync(
        RabbitMqBroker broker, string? store = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var pipeline = new Pipeline(broker.Address, store, settings);
        try
        {
            foreach (var service in pipeline.Services)
            {
                service.Start();
            }

            foreach (var service in pipeline.Services)
            {
                await service.ReadyAsync();
            }

            return pipeline;
        }
        catch
        {
            // Nobody else would: processes do not end with the one that started them.
            await pipeline.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.Values)
        {
            await service.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
