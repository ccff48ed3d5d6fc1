namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>The four services and the gateway as separate processes on one broker and one store.</summary>
public sealed class Pipeline : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsmesh-e2e-").FullName;
    private readonly Dictionary<string, ServiceProcess> _services = [];

    private Pipeline(Uri broker, IReadOnlyDictionary<string, string>? settings)
    {
        var environment = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["NewsMesh__Bus"] = broker.ToString(),
            ["NewsMesh__Store"] = $"sqlite:{Path.Combine(_folder, "newsmesh.db")}",
        };
        foreach (var name in (string[])["Ingest", "Stripping", "Entities", "Dedup", "Gateway"])
        {
            _services[name] = new ServiceProcess(name, environment);
        }
    }

    public ServiceProcess this[string name] => _services[name];

    public GatewayClient Gateway => new(_services["Gateway"].Address);

    public static async Task<Pipeline> StartAsync(RabbitMqBroker broker, IReadOnlyDictionary<string, string>? settings = null)
    {
        var pipeline = new Pipeline(broker.Address, settings);
        foreach (var service in pipeline._services.Values)
        {
            service.Start();
        }

        foreach (var service in pipeline._services.Values)
        {
            await service.ReadyAsync();
        }

        return pipeline;
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
