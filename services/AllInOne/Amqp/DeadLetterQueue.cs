using System.Globalization;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace NewsMesh.AllInOne.Amqp;

/// <summary>The failed messages of one work queue, as RabbitMQ keeps them.</summary>
internal sealed class DeadLetterQueue(Broker broker, string workQueue)
{
    /// <summary>The client's own numbering of publishes, which it adds to every message.</summary>
    private const string SequenceHeader = Constants.PublishSequenceNumberHeader;

    /// <summary>
    /// Header in which a quorum queue counts how often a message came back. RabbitMQ 4 throws a message away at 20, and
    /// looking at messages counts as well.
    /// </summary>
    private const string ReturnsHeader = "x-delivery-count";

    /// <summary>Returns after which messages are put in anew, far enough from the broker's limit.</summary>
    private const long MaxReturns = 8;

    private const int MaxLooks = 40;

    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(50);

    private readonly string _errorQueue = BusNames.ErrorQueue(workQueue);

    public string WorkQueue => workQueue;

    /// <summary>Failed messages; none where the queue was never needed and so is not there.</summary>
    public async Task<long> CountAsync(CancellationToken ct) => await broker.CountAsync(_errorQueue, ct) ?? 0;

    /// <summary>The oldest failed messages, which stay where they are and in their order.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(int limit, CancellationToken ct)
    {
        var letters = new List<DeadLetter>();
        await BrowseAsync(limit, (position, message) => letters.Add(DeadLetter.Of(workQueue, position, message)), ct);
        return letters;
    }

    /// <summary>The message at a position, from 1, which stays there; null where there are fewer.</summary>
    public async Task<BasicGetResult?> FindAsync(int position, CancellationToken ct)
    {
        BasicGetResult? found = null;
        await BrowseAsync(position, (at, message) => found = at == position ? message : null, ct);
        return found;
    }

    /// <summary>
    /// Moves the oldest failed messages back to their work queue. Each is confirmed there before it is taken from here: after
    /// a crash between the two it is in both places, with the same message id, and the stages do nothing twice.
    /// </summary>
    /// <returns>Messages moved.</returns>
    public Task<int> ReplayAsync(long limit, CancellationToken ct) => MoveAsync(workQueue, limit, IsOfFault, ct);

    /// <summary>Throws all failed messages away.</summary>
    /// <returns>Messages thrown away.</returns>
    public async Task<long> PurgeAsync(CancellationToken ct)
    {
        if (await broker.CountAsync(_errorQueue, ct) is null)
        {
            return 0;
        }

        await using var channel = await broker.OpenAsync(ct);
        return await channel.QueuePurgeAsync(_errorQueue, ct);
    }

    /// <summary>Takes the oldest messages one by one, each once it is confirmed at the end of <paramref name="queue"/>.</summary>
    private async Task<int> MoveAsync(string queue, long limit, Func<string, bool> isDropped, CancellationToken ct)
    {
        // What comes back while this runs must not be moved again by it.
        var waiting = Math.Min(limit, await CountAsync(ct));
        if (waiting == 0)
        {
            return 0;
        }

        await using var channel = await broker.OpenConfirmedAsync(ct);
        var moved = 0;
        for (; moved < waiting && await channel.BasicGetAsync(_errorQueue, autoAck: false, ct) is { } message; moved++)
        {
            await ConfirmedSend.RunAsync(
                "a failed message",
                broker.Options.PublishTimeout,
                token => channel.BasicPublishAsync(
                    "", queue, mandatory: true, Without(isDropped, message.BasicProperties), message.Body, token).AsTask(),
                ct);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None);
        }

        return moved;
    }

    /// <summary>Looks at the oldest messages, which stay where they are, in their order.</summary>
    private async Task BrowseAsync(int limit, Action<int, BasicGetResult> look, CancellationToken ct)
    {
        var waiting = await CountAsync(ct);
        if (waiting == 0)
        {
            return;
        }

        var returns = await TakeAndReturnAsync(waiting, (at, message) =>
        {
            if (at <= limit)
            {
                look(at, message);
            }
        }, ct);
        await ReturnedAsync(waiting, ct);
        if (returns >= MaxReturns)
        {
            // All of them go through their own queue once: the count starts again, and the order stays.
            await MoveAsync(_errorQueue, long.MaxValue, header => header is ReturnsHeader or SequenceHeader, ct);
        }
    }

    /// <summary>
    /// Takes all messages without acknowledging them, then hands all of them back at once. A quorum queue puts what comes
    /// back at its end: handing back a few alone would change the order.
    /// </summary>
    /// <returns>The largest number of times that one of them had come back before.</returns>
    private async Task<long> TakeAndReturnAsync(long waiting, Action<int, BasicGetResult> look, CancellationToken ct)
    {
        await using var channel = await broker.OpenAsync(ct);
        ulong last = 0;
        var returns = 0L;
        for (var position = 1; position <= waiting && await channel.BasicGetAsync(_errorQueue, autoAck: false, ct) is { } message; position++)
        {
            look(position, message);
            last = message.DeliveryTag;
            returns = Math.Max(returns, ReturnsOf(message));
        }

        if (last > 0)
        {
            await channel.BasicNackAsync(last, multiple: true, requeue: true, CancellationToken.None);
        }

        return returns;
    }

    /// <summary>
    /// Waits a moment for the broker to have the messages back: it takes them without a word, and who looks again at once
    /// would see none. Another reader may take them meanwhile, so this wait ends either way.
    /// </summary>
    private async Task ReturnedAsync(long expected, CancellationToken ct)
    {
        for (var look = 0; look < MaxLooks && await CountAsync(ct) < expected; look++)
        {
            await Task.Delay(LookPause, ct);
        }
    }

    private static long ReturnsOf(BasicGetResult message) =>
        message.BasicProperties.Headers is { } headers && headers.TryGetValue(ReturnsHeader, out var value) && value is long or int
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : 0;

    private static BasicProperties Without(Func<string, bool> isDropped, IReadOnlyBasicProperties properties)
    {
        var clean = new BasicProperties(properties);
        clean.Headers = clean.Headers?
            .Where(header => !isDropped(header.Key))
            .ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
        return clean;
    }

    private static bool IsOfFault(string header) =>
        header.StartsWith("MT-Fault-", StringComparison.Ordinal) || header is "MT-Reason" or ReturnsHeader or SequenceHeader;
}
