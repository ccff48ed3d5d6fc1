using System.Diagnostics;
using System.Text.Json;
using NewsMesh.AllInOne.Amqp;
using NewsMesh.AllInOne.Inputs;
using NewsMesh.AllInOne.Processing;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.ServiceDefaults.Telemetry;
using RabbitMQ.Client;

namespace NewsMesh.AllInOne.Submitting;

/// <summary>Drops articles on the queue as any AMQP client does: plain JSON, persistent, mandatory, confirmed.</summary>
internal sealed class BrokerSink : IArticleSink
{
    /// <summary>Articles that wait for their confirm at once: enough to hide the round trip, few enough to bound memory.</summary>
    private const int InFlight = 32;

    private readonly Broker _broker;
    private readonly IChannel _channel;

    private BrokerSink(Broker broker, IChannel channel)
    {
        _broker = broker;
        _channel = channel;
    }

    /// <summary>Connects to the broker, which must have the drop queue.</summary>
    /// <exception cref="BusUnavailableException">The broker is away, or no NewsMesh has run on it yet.</exception>
    public static async Task<BrokerSink> OpenAsync(NewsMeshOptions settings, CancellationToken ct)
    {
        var broker = await Broker.ConnectAsync(settings, ct);
        try
        {
            return await broker.CountAsync(BusNames.Articles, ct) is not null
                ? new BrokerSink(broker, await broker.OpenConfirmedAsync(ct))
                : throw new BusUnavailableException($"The broker has no queue {BusNames.Articles}: start NewsMesh on it first.");
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    public IAsyncEnumerable<SubmitResult> SendAsync(IAsyncEnumerable<ArticleInput> inputs, CancellationToken ct) =>
        Batch.RunInOrderAsync(inputs, SendOneAsync, InFlight, ct);

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _broker.DisposeAsync();
    }

    private async Task<SubmitResult> SendOneAsync(ArticleInput input, CancellationToken ct)
    {
        if (input.Article is not { Id: { } id } article)
        {
            return new SubmitResult(input.Name, null, input.Fault);
        }

        // One trace per article. Where nothing listens no span starts, and the trace begins with these random ids.
        using var activity = NewsMeshTelemetry.Source.StartActivity("submit article", ActivityKind.Producer, default(ActivityContext));
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = Guid.NewGuid().ToString("D"),
            Headers = new Dictionary<string, object?>
            {
                [SubmissionName.Header] = id,
                ["traceparent"] = activity?.Id ?? $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01",
            },
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(article, EventJson.Options);
        await ConfirmedSend.RunAsync(
            $"'{input.Name}'",
            _broker.Options.PublishTimeout,
            token => _channel.BasicPublishAsync("", BusNames.Articles, mandatory: true, properties, body, token).AsTask(),
            ct);
        return new SubmitResult(input.Name, id);
    }
}
