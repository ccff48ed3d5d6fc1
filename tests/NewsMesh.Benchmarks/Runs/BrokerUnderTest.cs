using System.Text.Json;
using NewsMesh.Contracts;
using NewsMesh.EndToEnd.Tests.Support;
using NewsMesh.ServiceDefaults;
using RabbitMQ.Client;

namespace NewsMesh.Benchmarks.Runs;

/// <summary>A broker that runs already, or one of the benchmark's own.</summary>
internal sealed class BrokerUnderTest : IAsyncDisposable
{
    /// <summary>Articles that wait for their confirm at once.</summary>
    private const int Unconfirmed = 32;

    private readonly RabbitMqBroker? _own;

    private BrokerUnderTest(Uri address, RabbitMqBroker? own) => (Address, _own) = (address, own);

    public Uri Address { get; }

    /// <summary>The server's process; null where it is not the benchmark's own.</summary>
    public int? ProcessId => _own?.ProcessId;

    public static async Task<BrokerUnderTest> StartAsync(string? address)
    {
        if (address is not null)
        {
            return new BrokerUnderTest(new Uri(address), null);
        }

        if (RabbitMqBroker.Missing is { } reason)
        {
            throw new InvalidOperationException(reason);
        }

        var own = await RabbitMqBroker.StartNewAsync();
        return new BrokerUnderTest(own.Address, own);
    }

    /// <summary>Drops articles as any AMQP client does: plain JSON, persistent, confirmed.</summary>
    public async Task DropAsync(IReadOnlyList<SubmitArticle> articles)
    {
        await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var properties = new BasicProperties { ContentType = "application/json", DeliveryMode = DeliveryModes.Persistent };
        foreach (var chunk in articles.Chunk(Unconfirmed))
        {
            await Task.WhenAll(chunk.Select(article => channel.BasicPublishAsync(
                "", BusNames.Articles, mandatory: true, properties, JsonSerializer.SerializeToUtf8Bytes(article, EventJson.Options)).AsTask()));
        }
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
