using System.Globalization;

namespace NewsMesh.Gateway.Live;

/// <summary>A broadcast with a short memory, so that a subscriber that reconnects misses little.</summary>
internal sealed class EventFeed(GatewayOptions options, TimeProvider time) : IEventFeed
{
    private readonly Lock _lock = new();
    private readonly Queue<LiveEvent> _recent = new();
    private readonly HashSet<EventSubscription> _subscribers = [];
    private readonly int _capacity = options.EventBuffer;
    private readonly int _maxSubscribers = options.MaxEventSubscribers;
    private long _sequence;

    public string Epoch { get; } = time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);

    public void Publish(string kind, string json)
    {
        lock (_lock)
        {
            var live = new LiveEvent(++_sequence, kind, json);
            if (_recent.Count == _capacity)
            {
                _recent.Dequeue();
            }

            _recent.Enqueue(live);
            foreach (var subscriber in _subscribers)
            {
                subscriber.Offer(live);
            }
        }
    }

    public EventSubscription? TrySubscribe(long? after)
    {
        lock (_lock)
        {
            if (_subscribers.Count >= _maxSubscribers)
            {
                return null;
            }

            var subscription = new EventSubscription(_capacity, Leave);
            foreach (var live in _recent.Where(e => e.Sequence > (after ?? _sequence)))
            {
                subscription.Offer(live);
            }

            _subscribers.Add(subscription);
            return subscription;
        }
    }

    private void Leave(EventSubscription subscription)
    {
        lock (_lock)
        {
            _subscribers.Remove(subscription);
        }
    }
}
