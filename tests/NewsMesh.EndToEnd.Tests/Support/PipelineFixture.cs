namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>One broker and one set of services for the tests that leave them alive.</summary>
public sealed class PipelineFixture : IAsyncLifetime
{
    private RabbitMqBroker? _broker;
    private Pipeline? _pipeline;
    private OtlpReceiver? _otlp;

    public RabbitMqBroker Broker => _broker!;

    public Pipeline Pipeline => _pipeline!;

    public OtlpReceiver Otlp => _otlp!;

    public async Task InitializeAsync()
    {
        if (RabbitMqBroker.Missing is not null)
        {
            return;
        }

        _otlp = await OtlpReceiver.StartAsync();
        _broker = await RabbitMqBroker.StartNewAsync();
        _pipeline = await Pipeline.StartAsync(_broker, new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _otlp.Address.ToString().TrimEnd('/'),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        });
    }

    public async Task DisposeAsync()
    {
        foreach (var part in (IAsyncDisposable?[])[_pipeline, _broker, _otlp])
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }
}

[CollectionDefinition(Name)]
public sealed class PipelineGroup : ICollectionFixture<PipelineFixture>
{
    public const string Name = "four services on RabbitMQ";
}
