namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>One broker, one store and one set of services for the tests that leave them as they found them.</summary>
public class PipelineFixture : IAsyncLifetime
{
    private RabbitMqBroker? _broker;
    private Pipeline? _pipeline;
    private OtlpReceiver? _otlp;

    public RabbitMqBroker Broker => _broker!;

    public Pipeline Pipeline => _pipeline!;

    public OtlpReceiver Otlp => _otlp!;

    /// <summary>Why the fixture cannot be had here, or null: its tests are skipped then.</summary>
    protected virtual string? Missing => RabbitMqBroker.Missing;

    /// <summary>Settings beside those of the telemetry.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        try
        {
            _otlp = await OtlpReceiver.StartAsync();
            _broker = await RabbitMqBroker.StartNewAsync();
            _pipeline = await Pipeline.StartAsync(_broker, await StartStoreAsync(), new Dictionary<string, string>(Settings)
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _otlp.Address.ToString().TrimEnd('/'),
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
            });
        }
        catch
        {
            // The test framework does not dispose a fixture that failed to start.
            await DisposeAsync();
            throw;
        }
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var part in (IAsyncDisposable?[])[_pipeline, _broker, _otlp])
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }

    /// <summary>The store's setting; null for a SQLite file.</summary>
    protected virtual Task<string?> StartStoreAsync() => Task.FromResult<string?>(null);
}

[CollectionDefinition(Name)]
public sealed class PipelineGroup : ICollectionFixture<PipelineFixture>
{
    public const string Name = "four services on RabbitMQ";
}
