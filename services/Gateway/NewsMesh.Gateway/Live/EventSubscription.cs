using System.Threading.Channels;

namespace NewsMesh.Gateway.Live;

/// <summary>One subscriber's bounded queue: when it is full the oldest event gives way and is counted.</summary>
public sealed class EventSubscription : IDisposable
{
    private readonly Channel<LiveEvent> _queue;
    private readonly Action<EventSubscription> _leave;
    private long _dropped;

    internal EventSubscription(int capacity, Action<EventSubscription> leave)
    {
        _leave = leave;
        _queue = Channel.CreateBounded<LiveEvent>(
            new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _dropped));
    }

    /// <summary>The events in order.</summary>
    public ChannelReader<LiveEvent> Events => _queue.Reader;

    /// <summary>Number of events left out since the last call.</summary>
    public long TakeDropped() => Interlocked.Exchange(ref _dropped, 0);

    internal void Offer(LiveEvent live) => _queue.Writer.TryWrite(live);

    public void Dispose() => _leave(this);
}
