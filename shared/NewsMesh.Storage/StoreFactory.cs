using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage;

/// <summary>Makes the store that a setting names.</summary>
public static class StoreFactory
{
    /// <summary>The store of a setting such as <c>sqlite:PATH</c>; nothing is opened before <see cref="IStore.InitializeAsync"/>.</summary>
    /// <exception cref="StoreConfigurationException">The setting has an unknown form, or names a store that this build lacks.</exception>
    public static IStore Create(string setting, TimeProvider time) => StoreUri.Parse(setting) switch
    {
        SqliteUri sqlite => SqliteStore.Open(sqlite.Path, sqlite.Durability ?? SqliteDurability.Full, time),
        _ => throw new StoreConfigurationException(
            $"This build has no MongoDB adapter yet; it comes with the next version. Until then use {StoreUri.SqliteForm}."),
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
