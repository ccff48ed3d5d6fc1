namespace NewsMesh.Dedup.Service;

/// <summary>What a process first has to learn from the store. Safe for concurrent use.</summary>
/// <param name="seed">Reads the store and gives what was learnt.</param>
internal sealed class Seeded<T>(Func<Task<T>> seed)
{
    private readonly Lock _gate = new();
    private Task<T>? _value;

    /// <summary>The value; the first call reads the store, and the next one does where that failed.</summary>
    /// <exception cref="NewsMesh.Storage.StoreUnavailableException">The store is away.</exception>
    public Task<T> GetAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            if (_value is null or { IsFaulted: true } or { IsCanceled: true })
                _value = seed();
            return _value.WaitAsync(ct);
        }
    }
}
