namespace NewsMesh.Storage.Sqlite;

/// <summary>Takes the file's write lock, which other processes take as well.</summary>
internal static class SqliteLock
{
    /// <summary>
    /// BEGIN IMMEDIATE with pauses that hold no thread, for at most <paramref name="patience"/>. SQLite's result code.
    /// </summary>
    public static async Task<int> TryBeginAsync(SqliteSession session, TimeSpan patience, TimeProvider time, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        for (var pause = SqliteLimits.FirstPause; ; pause = Longer(pause))
        {
            var code = session.TryRun("BEGIN IMMEDIATE");
            if (!SqliteErrors.IsBusy(code) || time.GetElapsedTime(started) >= patience)
            {
                return code;
            }

            await Task.Delay(pause, time, ct);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < SqliteLimits.LongestPause ? pause * 2 : SqliteLimits.LongestPause;
}
