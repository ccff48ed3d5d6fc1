namespace NewsMesh.Storage.Sqlite;

/// <summary>The adapter's tuned numbers.</summary>
internal static class SqliteLimits
{
    /// <summary>Connections for reading; with more, readers only wait for the processor instead of for a connection.</summary>
    public const int Readers = 4;

    /// <summary>
    /// Longest wait for a turn to write or read. A write takes about a millisecond: who waited this long faces a stuck
    /// process or disk, and the stage's own retry is the better place to go on waiting.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long SQLite itself sleeps for a lock inside a call, milliseconds. Short, since that sleep blocks a thread;
    /// the rest of <see cref="Patience"/> is waited without one.
    /// </summary>
    public const int BusyTimeoutMs = 20;

    /// <summary>First and longest pause between two attempts to take the write lock from another process.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);

    /// <inheritdoc cref="FirstPause"/>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// Writes that may share a transaction: the flush is shared well before that, and other processes wait for its end.
    /// </summary>
    public const int CommitBatch = 32;

    /// <summary>Signatures removed in one transaction, so that other writers are not kept waiting by a large clean-up.</summary>
    public const int RemovalBatch = 200;

    /// <summary>Page cache of a connection, KiB.</summary>
    public const int CacheKiB = 8 * 1024;
}
