namespace NewsMesh.Gateway.Live;

/// <summary>Passes the bus's events on to everyone who follows them over HTTP.</summary>
public interface IEventFeed
{
    /// <summary>Tells one of the feeds of a restarted gateway from the other; part of event ids.</summary>
    string Epoch { get; }

    /// <summary>Gives an event to all subscribers; never waits for one.</summary>
    /// <param name="kind">One of <see cref="LiveEventKinds"/>.</param>
    /// <param name="json">JSON on one line.</param>
    void Publish(string kind, string json);

    /// <summary>A new subscriber, or null where there are as many as may be.</summary>
    /// <param name="after">
    /// Sequence of the last event the subscriber has seen: the later ones that are still kept come first. Null: only new ones.
    /// </param>
    EventSubscription? TrySubscribe(long? after);
}
