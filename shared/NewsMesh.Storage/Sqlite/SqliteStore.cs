namespace NewsMesh.Storage.Sqlite;

/// <summary>The embedded store: one SQLite file, shared by any number of processes of one machine.</summary>
public sealed class SqliteStore : IStore
{
    private readonly SqliteConnections _connections;
    private readonly SqliteDatabase _database;
    private readonly TimeProvider _time;

    private SqliteStore(string path, SqliteDurability durability, TimeProvider time)
    {
        _time = time;
        _connections = new SqliteConnections(path, durability);
        _database = new SqliteDatabase(_connections, time);
        Articles = new SqliteArticleStore(_database);
        Submissions = new SqliteSubmissionStore(_database);
        RawPages = new SqliteRawPageStore(_database);
        Rejections = new SqliteRejectionStore(_database);
        DedupIndex = new SqliteDedupIndex(_database);
        Stories = new SqliteStoryStore(_database);
    }

    public IArticleStore Articles { get; }
    public ISubmissionStore Submissions { get; }
    public IRawPageStore RawPages { get; }
    public IRejectionStore Rejections { get; }
    public IDedupIndex DedupIndex { get; }
    public IStoryStore Stories { get; }

    /// <summary>The file's full path.</summary>
    public string Location => _database.Path;

    /// <summary>The store at a path; nothing is opened before <see cref="InitializeAsync"/>.</summary>
    /// <param name="path">The file, created with its folder where missing; a relative path counts from the current folder.</param>
    /// <param name="durability">What a finished write survives.</param>
    /// <param name="time">Clock for waits; the system's where null.</param>
    public static SqliteStore Open(
        string path, SqliteDurability durability = SqliteDurability.Full, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new SqliteStore(Path.GetFullPath(path), durability, time ?? TimeProvider.System);
    }

    public Task InitializeAsync(CancellationToken ct = default) => SqliteOpening.PrepareAsync(_connections, _time, ct);

    public Task PingAsync(CancellationToken ct = default) =>
        _database.ReadAsync(session => session.First("PRAGMA user_version", row => row.GetInt64(0)), ct);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
