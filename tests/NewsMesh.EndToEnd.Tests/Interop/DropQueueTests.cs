using NewsMesh.EndToEnd.Tests.Support;
using RabbitMQ.Client;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>What the README promises to clients that declare and bind for themselves.</summary>
public sealed class DropQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [RabbitMqFact(own: true)]
    public async Task A_client_may_declare_the_drop_queue_first_and_bind_as_soon_as_a_service_is_ready()
    {
        await using var broker = await RabbitMqBroker.StartNewAsync();
        await DeclareAsync(broker.Address);
        await using var early = await AmqpClient.ConnectAsync(broker.Address);
        await early.DropAsync(new { id = "early", url = Articles.Url(1), html = Articles.Page(1) });

        await using var pipeline = await Pipeline.StartAsync(broker);
        await using var reader = await AmqpClient.ConnectAsync(broker.Address);
        await reader.SubscribeAsync("newsmesh.enriched", "en.*");
        await DeclareAsync(broker.Address);
        await reader.DropAsync(new { id = "late", url = Articles.Url(2), html = Articles.Page(2) });

        await Eventually.TrueAsync(
            () => Task.FromResult(reader.Events.Any(e => e.Body.GetProperty("submissionId").GetString() == "late")),
            Patience,
            "the event of the late article arrives");
        await Eventually.TrueAsync(
            async () => await pipeline.Gateway.StatusAsync("early") == "enriched", Patience, "the early article is enriched");
    }

    private static async Task DeclareAsync(Uri broker)
    {
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(
            "newsmesh.articles", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
    }
}
