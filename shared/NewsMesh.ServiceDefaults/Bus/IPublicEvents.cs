namespace NewsMesh.ServiceDefaults;

/// <summary>Listens to the public events as any outside subscriber would: through a queue of this process's own.</summary>
public interface IPublicEvents
{
    /// <summary>
    /// Starts listening; returns when the queue is bound. The queue goes with the process. Call it once the bus has started.
    /// </summary>
    /// <param name="exchange">One of the public exchanges of <see cref="BusNames"/>.</param>
    /// <param name="key">Routing key to bind with; <c>#</c> for every event.</param>
    /// <param name="handle">Gets each event's JSON as it was sent; called concurrently, must not throw.</param>
    Task ListenAsync(string exchange, string key, Action<ReadOnlyMemory<byte>> handle, CancellationToken ct = default);
}
