using System.CommandLine;
using NewsMesh.ServiceDefaults;
using NewsMesh.Storage;

namespace NewsMesh.AllInOne.Storing;

/// <summary>The store that a verb reads or mends: the flag, else the setting, else the default file. It must be there already.</summary>
internal static class ExistingStore
{
    public static Option<string?> Option() => new("--store")
    {
        Description = "sqlite:PATH or mongodb://…; setting NewsMesh__Store or the file in your data folder by default.",
    };

    /// <summary>Opens the store.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static async Task<IStore> OpenAsync(string? flag, CancellationToken ct)
    {
        var configured = Host.CreateApplicationBuilder().Configuration[NewsMeshOptions.Section + ":" + nameof(NewsMeshOptions.Store)];
        var setting = flag ?? configured ?? new NewsMeshOptions().Store;
        if (StoreUri.Parse(setting) is SqliteUri { Path: var path } && !File.Exists(path))
        {
            throw new UsageException($"There is no store '{path}'.");
        }

        var store = StoreFactory.Create(setting, TimeProvider.System);
        try
        {
            await store.InitializeAsync(ct);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
