using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage.Tests.Sqlite;

/// <summary>A store file in a folder of its own, gone when the test is.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsmesh-store-");

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "store.db");

    public async Task<SqliteStore> OpenAsync()
    {
        var store = SqliteStore.Open(Path, SqliteDurability.Normal);
        await store.InitializeAsync();
        return store;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
