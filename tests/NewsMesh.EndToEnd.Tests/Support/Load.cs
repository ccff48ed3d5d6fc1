using System.Collections.Concurrent;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>Articles dropped on a pipeline, and the account of what became of them.</summary>
internal sealed class Load : IAsyncDisposable
{
    private const int LinesOfLog = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly RabbitMqBroker _broker;
    private readonly Pipeline _pipeline;
    private readonly AmqpClient _subscriber;
    private readonly IReadOnlyDictionary<string, long> _before;

    private Load(RabbitMqBroker broker, Pipeline pipeline, AmqpClient subscriber, IReadOnlyDictionary<string, long> before)
    {
        (_broker, _pipeline, _subscriber, _before) = (broker, pipeline, subscriber, before);
    }

    /// <summary>Subscribes to the events of a pipeline that is at rest.</summary>
    public static async Task<Load> BeginAsync(RabbitMqBroker broker, Pipeline pipeline)
    {
        var before = await pipeline.Gateway.CountsAsync();
        var subscriber = await AmqpClient.ConnectAsync(broker.Address);
        await subscriber.SubscribeAsync("newsmesh.enriched");
        return new Load(broker, pipeline, subscriber, before);
    }

    /// <summary>Drops articles by their numbers.</summary>
    public async Task DropAsync(int from, int to)
    {
        await using var client = await AmqpClient.ConnectAsync(_broker.Address);
        for (var i = from; i < to; i++)
        {
            await client.DropAsync(new { id = $"load-{i}", url = Articles.Url(i), html = Articles.Page(i) });
        }
    }

    /// <summary>How many of them have an outcome.</summary>
    public async Task<long> FinishedAsync() => (await OutcomesAsync()).Where(c => c.Key != "pending").Sum(c => c.Value);

    /// <summary>Waits for all outcomes and checks that nothing was lost, doubled or left in a queue.</summary>
    /// <param name="count">The number of articles dropped.</param>
    /// <returns>The number of events that came more than once, with the same message id.</returns>
    public async Task<int> AssertAccountedAsync(int count)
    {
        try
        {
            return await AccountAsync(count);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{failure.Message}\n{await StateAsync()}\n{Logs()}", failure);
        }
    }

    public ValueTask DisposeAsync() => _subscriber.DisposeAsync();

    private async Task<int> AccountAsync(int count)
    {
        await Eventually.TrueAsync(async () => await FinishedAsync() >= count, Patience, "every submission has an outcome");
        await Task.Delay(TimeSpan.FromSeconds(2));
        var outcomes = await OutcomesAsync();

        Assert.Equal(count, outcomes.Values.Sum());
        Assert.Equal(0, outcomes["pending"]);
        Assert.Equal(0, outcomes["dead-lettered"]);
        Assert.Equal(count, outcomes["enriched"] + outcomes["unchanged"] + outcomes["superseded"] + outcomes["rejected"]);

        // A repeat is allowed where a publish was not known to be confirmed; it carries the same message id.
        var ids = new ConcurrentDictionary<string, HashSet<string>>();
        foreach (var received in _subscriber.Events)
        {
            ids.GetOrAdd(received.Body.GetProperty("articleId").GetString()!, _ => []).Add(received.MessageId!);
        }

        Assert.Equal(outcomes["enriched"], ids.Count);
        Assert.All(ids.Values, messageIds => Assert.Single(messageIds));
        var leftovers = await LeftoversAsync();
        Assert.All(leftovers, queue => Assert.True(queue.Value == 0, $"{queue.Value} messages are left in {queue.Key}."));
        return _subscriber.Events.Count - ids.Count;
    }

    private async Task<IReadOnlyDictionary<string, long>> OutcomesAsync() =>
        (await _pipeline.Gateway.CountsAsync()).ToDictionary(c => c.Key, c => c.Value - _before[c.Key]);

    private async Task<string> StateAsync() =>
        $"{string.Join(", ", (await OutcomesAsync()).Select(c => $"{c.Key} {c.Value}"))}; messages ready: "
        + string.Join(", ", (await LeftoversAsync()).Where(queue => queue.Value > 0).Select(queue => $"{queue.Key} {queue.Value}"));

    /// <summary>What the services wrote last.</summary>
    private string Logs() => string.Join('\n', _pipeline.Services.Select(service =>
        $"{service.Name}:\n{string.Join('\n', service.Output.Split('\n').TakeLast(LinesOfLog))}"));

    private Task<IReadOnlyDictionary<string, uint>> LeftoversAsync() => _broker.ReadyMessagesAsync(
        "newsmesh.articles", "newsmesh.stripping", "newsmesh.entities", "newsmesh.dedup",
        "newsmesh.articles_error", "newsmesh.stripping_error", "newsmesh.entities_error", "newsmesh.dedup_error",
        "newsmesh.articles_skipped", "newsmesh.stripping_skipped", "newsmesh.entities_skipped", "newsmesh.dedup_skipped");
}
