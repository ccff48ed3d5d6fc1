namespace NewsMesh.Storage.Tests.Compliance;

/// <summary>
/// What every adapter's tests derive from, port by port: an adapter is right when all of them pass.
/// <see cref="CreateAsync"/> gives an initialized store that holds nothing.
/// </summary>
public abstract class StoreCompliance : IAsyncLifetime
{
    /// <summary>Tasks that race for one thing in the concurrency tests.</summary>
    protected const int Racers = 32;

    private readonly List<IDisposable> _owned = [];

    protected IStore Store { get; private set; } = null!;

    protected abstract Task<IStore> CreateAsync();

    /// <summary>Has something of the adapter's (a folder, a database) disposed of after the store.</summary>
    protected T Own<T>(T resource)
        where T : IDisposable
    {
        _owned.Add(resource);
        return resource;
    }

    public virtual async Task InitializeAsync() => Store = await CreateAsync();

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        _owned.ForEach(o => o.Dispose());
    }

    /// <summary>Runs <paramref name="attempt"/> from many tasks at once; the results by racer.</summary>
    protected static async Task<T[]> RaceAsync<T>(Func<int, Task<T>> attempt)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var racers = Enumerable.Range(0, Racers).Select(async i =>
        {
            await start.Task;
            return await attempt(i);
        }).ToArray();
        start.SetResult();
        return await Task.WhenAll(racers);
    }
}
