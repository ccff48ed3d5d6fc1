namespace NewsMesh.ServiceDefaults.Bus;

/// <summary>Publishes the public events: plain JSON, confirmed, with the trace's headers.</summary>
public interface IEventAnnouncer
{
    /// <summary>
    /// Publishes one event under a message id that a repeat shares, and waits for the broker's confirm.
    /// Throws <see cref="BusUnavailableException"/> where that does not come in time.
    /// </summary>
    Task AnnounceAsync<T>(T message, Guid messageId, CancellationToken ct = default)
        where T : class;
}
