using NewsMesh.Dedup.Service.Index;
using NewsMesh.Dedup.Stories;
using NewsMesh.Dedup.Tests.Store;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.Storage.Mongo;

namespace NewsMesh.Dedup.Tests.Stories;

/// <summary>New story indexes of every kind, gone when the test is.</summary>
public sealed class StoryIndexes : IAsyncLifetime
{
    private static readonly Lazy<Task<MongoServer>> Server = new(() => MongoServer.StartNewAsync());

    private readonly List<Func<Task>> _ends = [];

    public Task InitializeAsync() => Task.CompletedTask;

    internal async Task<IStoryIndex> CreateAsync(string kind)
    {
        switch (kind)
        {
            case "memory":
                return new InMemoryStoryIndex();
            case "sqlite":
                var file = new TemporaryStore();
                await file.InitializeAsync();
                _ends.Add(file.DisposeAsync);
                return new StoredStoryIndex(file.Store.Stories);
            case "mongodb":
                var store = MongoStore.Open((await Server.Value).UriOf(MongoServer.NewDatabaseName()));
                await store.InitializeAsync();
                _ends.Add(() => store.DisposeAsync().AsTask());
                return new StoredStoryIndex(store.Stories);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such index.");
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var end in _ends)
            await end();
    }
}
