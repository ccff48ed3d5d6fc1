using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMesh.Storage.Sqlite;

/// <summary>Tells faults of the store (which may pass) from faults of the code, and puts them into sentences.</summary>
internal static class SqliteErrors
{
    /// <summary>Whether the code says that another connection holds the lock.</summary>
    public static bool IsBusy(int code) => (code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>Whether the store, not the statement, is at fault.</summary>
    public static bool IsStoreFault(int code) => (code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR
        or raw.SQLITE_FULL or raw.SQLITE_CANTOPEN or raw.SQLITE_PROTOCOL or raw.SQLITE_READONLY or raw.SQLITE_PERM
        or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_NOMEM or raw.SQLITE_AUTH;

    public static StoreUnavailableException Unavailable(string path, int code, Exception? inner = null) =>
        new($"The store file {path} cannot be used now: {Describe(code)}.", inner);

    public static StoreUnavailableException TooSlow(string path) =>
        new($"The store file {path} is too slow: no turn came within {SqliteLimits.Patience.TotalSeconds:F0} s.");

    /// <summary>What to throw for a fault while the store is opened: a lock and a full disk may pass, the rest does not.</summary>
    public static Exception AtStart(string path, SqliteException e) => (e.SqliteErrorCode & 0xFF) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_NOMEM => Unavailable(path, e.SqliteErrorCode, e),
        raw.SQLITE_NOTADB => new StoreConfigurationException(
            $"The file {path} is not a SQLite database: name another file for the store.", e),
        raw.SQLITE_CORRUPT => new StoreConfigurationException(
            $"The store file {path} is damaged: restore it from a copy, or name another file.", e),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => new StoreConfigurationException(
            $"The store file {path} cannot be written: give this user the permission, or name another file.", e),
        raw.SQLITE_CANTOPEN => new StoreConfigurationException(
            $"The store file {path} cannot be opened or created: check that its folder can be written by this user.", e),
        _ => new StoreConfigurationException($"The store file {path} cannot be opened: {e.Message}", e),
    };

    private static string Describe(int code) => (code & 0xFF) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another process keeps it locked",
        raw.SQLITE_FULL => "the disk is full",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => "this user may not write it",
        raw.SQLITE_CANTOPEN => "it cannot be opened",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "it is damaged",
        raw.SQLITE_NOMEM => "there is not enough memory",
        _ => $"SQLite reports error {code} ({raw.sqlite3_errstr(code).utf8_to_string()})",
    };
}
