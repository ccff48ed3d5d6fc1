using System.Text;
using NewsMesh.EndToEnd.Tests.Support;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsMesh.AllInOne.Tests.Support;

/// <summary>A broker of the tests' own, with the queues and the exchange that NewsMesh declares; none where it is not installed.</summary>
public sealed class BrokerFixture : IAsyncLifetime
{
    private RabbitMqBroker? _broker;

    internal RabbitMqBroker Broker => _broker!;

    internal string Address => Broker.Address.ToString();

    public async Task InitializeAsync()
    {
        if (RabbitMqBroker.OwnMissing is not null)
        {
            return;
        }

        _broker = await RabbitMqBroker.StartNewAsync();
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var quorum = new Dictionary<string, object?> { ["x-queue-type"] = "quorum" };
        foreach (var queue in (string[])["newsmesh.articles", "newsmesh.stripping", "newsmesh.stripping_error"])
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, quorum);
        }

        await channel.ExchangeDeclareAsync("newsmesh.enriched", "topic", durable: true);
    }

    public async Task DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }

    /// <summary>Publishes a message to a queue and waits for the confirm.</summary>
    internal async Task PublishAsync(string queue, string body, BasicProperties? properties = null)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync("", queue, mandatory: true, properties ?? new BasicProperties(), Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Publishes an event once somebody's queue is bound for it.</summary>
    internal async Task AnnounceAsync(string key, string json)
    {
        await using var connection = await ConnectAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
                try
                {
                    await channel.BasicPublishAsync("newsmesh.enriched", key, mandatory: true, Encoding.UTF8.GetBytes(json));
                    return true;
                }
                catch (PublishException)
                {
                    return false;
                }
            },
            TimeSpan.FromSeconds(120),
            $"a queue is bound for {key}");
    }

    /// <summary>Takes all messages of a queue.</summary>
    internal async Task<IReadOnlyList<(string Body, IReadOnlyBasicProperties Properties)>> TakeAllAsync(string queue)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var messages = new List<(string, IReadOnlyBasicProperties)>();
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
        {
            messages.Add((Encoding.UTF8.GetString(message.Body.Span), message.BasicProperties));
        }

        return messages;
    }

    private Task<IConnection> ConnectAsync() => new ConnectionFactory { Uri = Broker.Address }.CreateConnectionAsync();
}
