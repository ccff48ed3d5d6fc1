using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>An event as a subscriber gets it.</summary>
public sealed record ReceivedEvent(string RoutingKey, string? MessageId, string? TraceParent, string? ContentType, JsonElement Body)
{
    public string? SubmissionId => Body.GetProperty("submissionId").GetString();
}

/// <summary>A plain AMQP client: no MassTransit in it.</summary>
public sealed class AmqpClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private AmqpClient(IConnection connection, IChannel channel)
    {
        (_connection, _channel) = (connection, channel);
    }

    /// <summary>Events in the order they came, since <see cref="SubscribeAsync"/>.</summary>
    public ConcurrentQueue<ReceivedEvent> Events { get; } = new();

    public static async Task<AmqpClient> ConnectAsync(Uri broker)
    {
        var connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = true }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        return new AmqpClient(connection, channel);
    }

    /// <summary>Drops a message of any bytes and waits for the broker's confirm.</summary>
    public async Task DropAsync(ReadOnlyMemory<byte> body, BasicProperties? properties = null) =>
        await _channel.BasicPublishAsync("", "newsmesh.articles", mandatory: true, properties ?? Json(), body);

    /// <summary>Drops an article.</summary>
    public Task DropAsync(object article, BasicProperties? properties = null) =>
        DropAsync(JsonSerializer.SerializeToUtf8Bytes(article), properties);

    /// <summary>Collects the events of a topic exchange through a durable queue, so that a broker's restart loses none.</summary>
    public async Task SubscribeAsync(string exchange, string key = "#")
    {
        var queue = $"test.{exchange}.{Guid.NewGuid():N}";
        await _channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await _channel.QueueBindAsync(queue, exchange, key);
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            using var body = JsonDocument.Parse(delivery.Body);
            Events.Enqueue(new ReceivedEvent(
                delivery.RoutingKey,
                delivery.BasicProperties.MessageId,
                TraceParent(delivery.BasicProperties),
                delivery.BasicProperties.ContentType,
                body.RootElement.Clone()));
            return Task.CompletedTask;
        };
        await _channel.BasicConsumeAsync(queue, autoAck: true, consumer);
    }

    /// <summary>Waits for the first event of a submission.</summary>
    public async Task<ReceivedEvent> EventOfAsync(string submissionId)
    {
        await Eventually.TrueAsync(
            () => Task.FromResult(Events.Any(e => e.SubmissionId == submissionId)), Patience, $"the event of {submissionId} arrives");
        return Events.First(e => e.SubmissionId == submissionId);
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static BasicProperties Json() => new() { ContentType = "application/json", DeliveryMode = DeliveryModes.Persistent };

    private static string? TraceParent(IReadOnlyBasicProperties properties) =>
        properties.Headers?.TryGetValue("traceparent", out var value) == true && value is byte[] bytes
            ? System.Text.Encoding.ASCII.GetString(bytes)
            : null;
}
