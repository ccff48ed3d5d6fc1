using NewsMesh.Dedup.Service;
using NewsMesh.Dedup.Stories;
using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Dedup.Tests.Store;

/// <summary>A SQLite store in a folder of its own, and stages over it.</summary>
public sealed class TemporaryStore : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsmesh-dedup-").FullName;

    public SqliteStore Store { get; private set; } = null!;

    public Task InitializeAsync() => OpenAsync();

    public DedupStage Stage(DedupParameters? parameters = null) =>
        new(Store.DedupIndex, Store.Stories, Store.Articles, parameters ?? DedupParameters.Default, StoryParameters.Default);

    /// <summary>Closes the file and opens it again, as a restarted process would.</summary>
    public async Task RestartAsync()
    {
        await Store.DisposeAsync();
        await OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task OpenAsync()
    {
        Store = SqliteStore.Open(Path.Combine(_folder, "store.db"), SqliteDurability.Normal);
        await Store.InitializeAsync();
    }
}
