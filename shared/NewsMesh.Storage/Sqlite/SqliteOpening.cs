using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMesh.Storage.Sqlite;

/// <summary>Creates the file where it is missing and brings its schema up to date.</summary>
internal static class SqliteOpening
{
    /// <summary>Longest wait for a file that another process has locked; several processes start at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task PrepareAsync(SqliteConnections connections, TimeProvider time, CancellationToken ct)
    {
        CreateFolder(connections.Path);
        var scripts = SqliteMigrations.Load();
        for (var started = time.GetTimestamp(); ;)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                using var session = connections.Open(create: true);
                UseWriteAheadLog(session, connections.Path);
                await MigrateAsync(session, connections.Path, scripts, time, ct);
                return;
            }
            catch (SqliteException e) when (SqliteErrors.IsBusy(e.SqliteErrorCode) && time.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Pause, time, ct);
            }
            catch (SqliteException e)
            {
                throw SqliteErrors.AtStart(connections.Path, e);
            }
        }
    }

    private static async Task MigrateAsync(
        SqliteSession session, string path, IReadOnlyList<string> scripts, TimeProvider time, CancellationToken ct)
    {
        Check(await SqliteLock.TryBeginAsync(session, Patience, time, ct));
        SqliteMigrations.Apply(session, path, scripts);
        Check(session.TryRun("COMMIT"));
    }

    private static void UseWriteAheadLog(SqliteSession session, string path)
    {
        var mode = session.First("PRAGMA journal_mode = WAL", r => r.GetString(0));
        if (mode != "wal")
        {
            throw new StoreConfigurationException(
                $"The folder of the store file {path} does not allow a write-ahead log (a network share?): name a file on a local disk.");
        }
    }

    private static void CreateFolder(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new StoreConfigurationException($"The store {path} is a folder: name a file in it.");
            }

            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new StoreConfigurationException($"The folder of the store file {path} cannot be created: {e.Message}", e);
        }
    }

    private static void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errstr(code).utf8_to_string(), code);
        }
    }
}
