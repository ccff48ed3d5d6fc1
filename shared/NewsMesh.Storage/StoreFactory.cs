using System.Diagnostics;
using NewsMesh.Storage.Mongo;
using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage;

/// <summary>Makes the store that a setting names.</summary>
public static class StoreFactory
{
    /// <summary>
    /// The store of a setting such as <c>sqlite:PATH</c> or <c>mongodb://HOST/DATABASE</c>; nothing is opened before
    /// <see cref="IStore.InitializeAsync"/>.
    /// </summary>
    /// <exception cref="StoreConfigurationException">The setting has an unknown form, or the options do not go with it.</exception>
    public static IStore Create(string setting, TimeProvider time, StoreOptions? options = null) => StoreUri.Parse(setting) switch
    {
        MongoUri mongo => MongoStore.Open(mongo.ConnectionString, options, time),
        SqliteUri when options?.Retentions.Any(r => r.Retention is not null) is true => throw new StoreConfigurationException(
            "Retention is set, but the store is a SQLite file, which keeps everything: use a mongodb:// store, or set no retention."),
        SqliteUri sqlite => SqliteStore.Open(sqlite.Path, sqlite.Durability ?? SqliteDurability.Full, time),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The file of a store where no setting names one: <c>newsmesh/newsmesh.db</c> under the user's data folder
    /// (<c>$XDG_DATA_HOME</c> or <c>~/.local/share</c> on Linux).
    /// </summary>
    /// <exception cref="StoreConfigurationException">The user has no data folder.</exception>
    public static string DefaultPath()
    {
        var folder = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length > 0
            ? Path.Combine(folder, "newsmesh", "newsmesh.db")
            : throw new StoreConfigurationException(
                $"There is no data folder of this user for a default store: set HOME, or name a store as {StoreUri.SqliteForm}.");
    }
}
