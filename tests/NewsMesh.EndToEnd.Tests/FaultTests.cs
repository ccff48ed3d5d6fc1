using System.Collections.Concurrent;
using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.EndToEnd.Tests;

/// <summary>Nothing is lost when services are killed and the broker restarts in the middle of a load.</summary>
public sealed class FaultTests
{
    private const int Count = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    [RabbitMqFact(own: true)]
    public async Task Every_article_has_one_outcome_though_services_die_and_the_broker_restarts()
    {
        await using var broker = await RabbitMqBroker.StartNewAsync();
        await using var pipeline = await Pipeline.StartAsync(broker);
        await using var subscriber = await AmqpClient.ConnectAsync(broker.Address);
        await subscriber.SubscribeAsync("newsmesh.enriched");

        await DropAsync(broker.Address, 0, Count / 2);
        await pipeline["Stripping"].KillAsync();
        await pipeline["Dedup"].KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        pipeline["Stripping"].Start();
        pipeline["Dedup"].Start();
        await pipeline["Dedup"].ReadyAsync();
        await broker.StopAsync();
        await Eventually.TrueAsync(
            async () => !await pipeline["Entities"].IsReadyAsync(), Patience, "a service without its broker is not ready");
        await broker.StartAsync();
        await pipeline["Entities"].ReadyAsync();
        await DropAsync(broker.Address, Count / 2, Count);
        await pipeline["Ingest"].KillAsync();
        pipeline["Ingest"].Start();

        IReadOnlyDictionary<string, long> counts = new Dictionary<string, long>();
        await Eventually.TrueAsync(
            async () => (counts = await pipeline.Gateway.CountsAsync()).Where(c => c.Key != "pending").Sum(c => c.Value) >= Count,
            Patience,
            "every submission has an outcome");
        await Task.Delay(TimeSpan.FromSeconds(2));
        counts = await pipeline.Gateway.CountsAsync();

        Assert.Equal(Count, counts.Values.Sum());
        Assert.Equal(0, counts["pending"]);
        Assert.Equal(0, counts["dead-lettered"]);
        Assert.Equal(Count, counts["enriched"] + counts["unchanged"] + counts["superseded"] + counts["rejected"]);

        // A repeat is allowed where a publish was not known to be confirmed; it carries the same message id.
        var ids = new ConcurrentDictionary<string, HashSet<string>>();
        foreach (var received in subscriber.Events)
        {
            ids.GetOrAdd(received.Body.GetProperty("articleId").GetString()!, _ => []).Add(received.MessageId!);
        }

        Assert.Equal(counts["enriched"], ids.Count);
        Assert.All(ids.Values, messageIds => Assert.Single(messageIds));
        var leftovers = await broker.ReadyMessagesAsync(
            "newsmesh.articles", "newsmesh.stripping", "newsmesh.entities", "newsmesh.dedup",
            "newsmesh.articles_error", "newsmesh.stripping_error", "newsmesh.entities_error", "newsmesh.dedup_error",
            "newsmesh.articles_skipped", "newsmesh.stripping_skipped", "newsmesh.entities_skipped", "newsmesh.dedup_skipped");
        Assert.All(leftovers, queue => Assert.True(queue.Value == 0, $"{queue.Value} messages are left in {queue.Key}."));
    }

    private static async Task DropAsync(Uri broker, int from, int to)
    {
        await using var client = await AmqpClient.ConnectAsync(broker);
        for (var i = from; i < to; i++)
        {
            await client.DropAsync(new { id = $"load-{i}", url = Articles.Url(i), html = Articles.Page(i) });
        }
    }
}
