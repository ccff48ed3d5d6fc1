using MongoDB.Bson;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.Storage;
using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Benchmarks.Store;

/// <summary>The ways to run all operations over the same articles, each from an empty database.</summary>
internal sealed class StoreClients(MongoServer server, IReadOnlyList<StoredArticle> articles, Recording recording)
{
    private const int PingsPerWorker = 4;

    /// <summary>The store on the server.</summary>
    public Task<Dictionary<string, Measured>> StoreAsync(int concurrency) => OnNewDatabaseAsync(async uri =>
    {
        await using var store = StoreFactory.Create(uri, TimeProvider.System);
        return await RunAsync(store, concurrency);
    });

    /// <summary>The store's commands by the connection below it.</summary>
    public Task<Dictionary<string, Measured>> ConnectionAsync(int concurrency) => OnNewDatabaseAsync(async uri =>
    {
        var address = MongoAddress.Parse(uri);
        await using var connection = MongoConnection.Open(address.ConnectionString);
        await WarmAsync(concurrency, () => connection.RunAsync(
            address.Database, new BsonDocument("ping", 1), MongoCommandKind.Read, CancellationToken.None));
        return await EachAsync(concurrency, async (operation, i) =>
        {
            foreach (var recorded in recording.Of(operation.Name, i))
            {
                await connection.RunAsync(address.Database, recorded.Command, recorded.Kind, CancellationToken.None);
            }
        });
    });

    /// <summary>The store's commands by pymongo.</summary>
    public Task<Dictionary<string, Measured>> BareAsync(string mode, int concurrency) =>
        OnNewDatabaseAsync(uri => BareDriver.RunAsync(recording.Path, uri, MongoAddress.Parse(uri).Database, mode, concurrency));

    /// <summary>The SQLite store, which flushes no single commit: nor does the tests' own engine.</summary>
    public async Task<Dictionary<string, Measured>> SqliteAsync(int concurrency)
    {
        var folder = Directory.CreateTempSubdirectory("newsmesh-bench-").FullName;
        try
        {
            await using var store = StoreFactory.Create(
                $"sqlite:{Path.Combine(folder, "newsmesh.db")}{StoreUri.NormalSuffix}", TimeProvider.System);
            return await RunAsync(store, concurrency);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The store alone, with every answer at hand.</summary>
    public async Task<Dictionary<string, Measured>> WithoutServerAsync()
    {
        await using var store = MongoStore.Open("mongodb://recorded/newsmesh", null, null, _ => new RecordedServer(recording.Commands));
        await store.InitializeAsync();
        return await EachAsync(1, (operation, i) => operation.RunAsync(store, articles[i]));
    }

    private async Task<Dictionary<string, Measured>> RunAsync(IStore store, int concurrency)
    {
        await store.InitializeAsync();
        await WarmAsync(concurrency, () => store.PingAsync());
        return await EachAsync(concurrency, (operation, i) => operation.RunAsync(store, articles[i]));
    }

    private async Task<Dictionary<string, Measured>> EachAsync(int concurrency, Func<StoreOperation, int, Task> run)
    {
        var figures = new Dictionary<string, Measured>();
        foreach (var operation in StoreOperation.All)
        {
            figures[operation.Name] = await Measured.RunAsync(articles.Count, concurrency, i => run(operation, i));
        }

        return figures;
    }

    /// <summary>Has the connections opened that the workers will need.</summary>
    private static Task WarmAsync(int concurrency, Func<Task> ping) =>
        Task.WhenAll(Enumerable.Range(0, PingsPerWorker * concurrency).Select(_ => ping()));

    /// <summary>Gives an operation a database with indexes and no documents, and drops it.</summary>
    private async Task<T> OnNewDatabaseAsync<T>(Func<string, Task<T>> run)
    {
        var name = $"bench_{Guid.NewGuid():n}";
        var uri = server.UriOf(name);
        await using (var store = StoreFactory.Create(uri, TimeProvider.System))
        {
            await store.InitializeAsync();
        }

        try
        {
            return await run(uri);
        }
        finally
        {
            await using var connection = MongoConnection.Open(MongoAddress.Parse(uri).ConnectionString);
            await connection.RunAsync(name, new BsonDocument("dropDatabase", 1), MongoCommandKind.Write, CancellationToken.None);
        }
    }
}
