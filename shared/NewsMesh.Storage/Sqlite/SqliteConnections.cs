using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMesh.Storage.Sqlite;

/// <summary>Opens connections with the settings that all of them share.</summary>
internal sealed class SqliteConnections(string path, SqliteDurability durability)
{
    /// <summary>Path of the file as given.</summary>
    public string Path { get; } = path;

    /// <summary>Opens a session on the file; <paramref name="create"/> creates it where it is missing.</summary>
    public SqliteSession Open(bool create = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            // The provider's pool has no bound and forgets prepared statements; sessions are pooled by SqliteDatabase.
            Pooling = false,
            // Whole seconds, and 0 would be endless: the least that the provider waits where a read meets a lock.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, SqliteLimits.BusyTimeoutMs);
            var session = new SqliteSession(connection);
            session.RunScript($"""
                PRAGMA synchronous = {(durability == SqliteDurability.Full ? "FULL" : "NORMAL")};
                PRAGMA cache_size = -{SqliteLimits.CacheKiB};
                PRAGMA temp_store = MEMORY;
                """);
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
