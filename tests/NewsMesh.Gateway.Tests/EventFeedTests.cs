using NewsMesh.Gateway.Live;
using NewsMesh.Gateway.Tests.Support;

namespace NewsMesh.Gateway.Tests;

public sealed class EventFeedTests
{
    private readonly EventFeed _feed = new(new GatewayOptions { EventBuffer = 3, MaxEventSubscribers = 2 }, new ManualClock());

    [Fact]
    public void A_slow_subscriber_loses_the_oldest_and_is_told_how_many()
    {
        using var slow = _feed.TrySubscribe(after: null)!;
        for (var i = 1; i <= 5; i++)
        {
            _feed.Publish(LiveEventKinds.Enriched, $"{i}");
        }

        Assert.Equal(2, slow.TakeDropped());
        Assert.Equal(0, slow.TakeDropped());
        Assert.Equal(["3", "4", "5"], Waiting(slow));
    }

    [Fact]
    public void A_new_subscriber_gets_new_events_alone()
    {
        _feed.Publish(LiveEventKinds.Enriched, "old");
        using var subscriber = _feed.TrySubscribe(after: null)!;
        _feed.Publish(LiveEventKinds.Enriched, "new");
        Assert.Equal(["new"], Waiting(subscriber));
    }

    [Fact]
    public void What_is_kept_is_bounded()
    {
        for (var i = 1; i <= 10; i++)
        {
            _feed.Publish(LiveEventKinds.Enriched, $"{i}");
        }

        using var subscriber = _feed.TrySubscribe(after: 0)!;
        Assert.Equal(["8", "9", "10"], Waiting(subscriber));
        Assert.Equal(0, subscriber.TakeDropped());
    }

    [Fact]
    public void A_place_is_free_again_when_a_subscriber_leaves()
    {
        using var first = _feed.TrySubscribe(after: null)!;
        var second = _feed.TrySubscribe(after: null)!;
        Assert.Null(_feed.TrySubscribe(after: null));
        second.Dispose();
        using var third = _feed.TrySubscribe(after: null);
        Assert.NotNull(third);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("e1-12", 12L)]
    [InlineData("e0-12", 0L)]
    [InlineData("e1-", 0L)]
    [InlineData("e1--4", 0L)]
    [InlineData("nonsense", 0L)]
    public void A_last_event_id_is_read_or_means_everything_kept(string? id, long? expected) =>
        Assert.Equal(expected, StreamPosition.Seen("e1", id));

    private static List<string> Waiting(EventSubscription subscription)
    {
        List<string> found = [];
        while (subscription.Events.TryRead(out var live))
        {
            found.Add(live.Json);
        }

        return found;
    }
}
