using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NewsMesh.ServiceDefaults;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace NewsMesh.AllInOne.Amqp;

/// <summary>The enriched events through a queue of this process's own, which goes with its connection.</summary>
internal sealed class EventTail(NewsMeshOptions settings, string key, TimeProvider clock)
{
    private const ushort Prefetch = 64;

    /// <summary>
    /// Events that wait on the broker for a reader that stands still (a suspended terminal): older ones go, rather than the
    /// broker's memory.
    /// </summary>
    private const int MaxWaiting = 100_000;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The events' JSON, as sent, until cancelled. After a lost connection it connects again, as often as needed; events of
    /// the time between are not seen.
    /// </summary>
    /// <param name="say">Gets one line when the connection is lost and one when it is back.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="BusUnavailableException">The broker does not answer at the start, or has no such exchange.</exception>
    public async IAsyncEnumerable<byte[]> ReadAsync(Action<string> say, [EnumeratorCancellation] CancellationToken ct)
    {
        var broker = await Broker.ConnectAsync(settings, ct);
        while (true)
        {
            await using (broker)
            {
                await foreach (var json in ReadUntilLostAsync(broker, ct))
                {
                    yield return json;
                }
            }

            say("the connection to the broker is lost; connecting again");
            broker = await ReconnectAsync(ct);
            say("connected again");
        }
    }

    private async IAsyncEnumerable<byte[]> ReadUntilLostAsync(Broker broker, [EnumeratorCancellation] CancellationToken ct)
    {
        var events = Channel.CreateBounded<byte[]>(Prefetch);
        await using var channel = await SubscribeAsync(broker, events.Writer, ct);
        if (channel is null)
        {
            yield break;
        }

        await foreach (var json in events.Reader.ReadAllAsync(ct))
        {
            yield return json;
        }
    }

    /// <summary>Binds a queue and reads it into <paramref name="events"/>; null where the connection was lost meanwhile.</summary>
    private async Task<IChannel?> SubscribeAsync(Broker broker, ChannelWriter<byte[]> events, CancellationToken ct)
    {
        try
        {
            if (!await broker.HasExchangeAsync(BusNames.Enriched, ct))
            {
                throw new BusUnavailableException($"The broker has no exchange {BusNames.Enriched}: start NewsMesh on it first.");
            }

            var channel = await broker.OpenAsync(ct);
            channel.ChannelShutdownAsync += (_, _) =>
            {
                events.TryComplete();
                return Task.CompletedTask;
            };
            var queue = await channel.QueueDeclareAsync(
                "", durable: false, exclusive: true, autoDelete: true, new Dictionary<string, object?> { ["x-max-length"] = MaxWaiting }, cancellationToken: ct);
            await channel.QueueBindAsync(queue.QueueName, BusNames.Enriched, key, cancellationToken: ct);
            await channel.BasicQosAsync(0, Prefetch, global: false, ct);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += async (_, delivery) =>
            {
                // The body's memory is the client's again when this returns.
                await events.WriteAsync(delivery.Body.ToArray(), ct);
                await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, ct);
            };
            await channel.BasicConsumeAsync(queue.QueueName, autoAck: false, consumer, ct);
            return channel;
        }
        catch (AlreadyClosedException)
        {
            return null;
        }
    }

    private async Task<Broker> ReconnectAsync(CancellationToken ct)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            await Task.Delay(pause, clock, ct);
            try
            {
                return await Broker.ConnectAsync(settings, ct);
            }
            catch (BusUnavailableException)
            {
                // A broker that restarts is away for a while.
            }
        }
    }
}
