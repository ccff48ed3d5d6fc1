using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage.Tests.Sqlite;

/// <summary>Writes that share a transaction answer, fail and are withdrawn each for itself.</summary>
public sealed class SqliteWriterTests : IAsyncLifetime, IDisposable
{
    private readonly SqliteFile _file = new();
    private SqliteDatabase _database = null!;

    public async Task InitializeAsync()
    {
        await (await _file.OpenAsync()).DisposeAsync();
        _database = new SqliteDatabase(new SqliteConnections(_file.Path, SqliteDurability.Full), TimeProvider.System);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_write_that_fails_takes_none_of_its_neighbours_with_it()
    {
        var writes = Enumerable.Range(0, 200).Select(i => Task.Run(() => _database.WriteAsync(
            session =>
            {
                Insert(session, i);
                return i % 3 == 0 ? throw new InvalidOperationException("of its own") : i;
            },
            default))).ToList();

        await Task.WhenAll(writes.Select(w => w.ContinueWith(_ => { }, TaskScheduler.Default)));

        var expected = Enumerable.Range(0, 200).Where(i => i % 3 != 0).ToList();
        Assert.Equal(expected, writes.Where(w => w.IsCompletedSuccessfully).Select(w => w.Result));
        Assert.All(writes.Where(w => w.IsFaulted), w => Assert.IsType<InvalidOperationException>(w.Exception!.InnerException));
        Assert.Equal(expected, await StoredAsync());
    }

    [Fact]
    public async Task Writes_that_wait_together_share_one_commit_and_none_is_answered_before_it()
    {
        using var other = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        other.Open();
        Run(other, "BEGIN IMMEDIATE");
        List<Task<(long Committed, int Answered)>> writes = [];
        for (var i = 0; i < SqliteLimits.CommitBatch; i++)
        {
            var n = i;
            writes.Add(_database.WriteAsync(
                session =>
                {
                    Insert(session, n);
                    return (Count(other), writes.Count(w => w.IsCompleted));
                },
                default));
        }

        Run(other, "ROLLBACK");

        Assert.All(await Task.WhenAll(writes), seen => Assert.Equal((0, 0), seen));
        Assert.Equal(SqliteLimits.CommitBatch, Count(other));
    }

    [Fact]
    public async Task A_write_that_is_cancelled_while_it_waits_writes_nothing_and_the_others_go_on()
    {
        using var other = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        other.Open();
        Run(other, "BEGIN IMMEDIATE");
        using var cancel = new CancellationTokenSource();
        var first = WriteAsync(1, cancel.Token);
        var second = WriteAsync(2, default);
        var third = WriteAsync(3, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.False(second.IsCompleted);
        Run(other, "ROLLBACK");
        await second;
        Assert.Equal([2], await StoredAsync());
    }

    private Task<int> WriteAsync(int i, CancellationToken ct) => _database.WriteAsync(session => Insert(session, i), ct);

    private Task<List<int>> StoredAsync() =>
        _database.ReadAsync(session => session.All("SELECT received_at FROM rejections ORDER BY received_at", row => row.GetInt32(0)), default);

    private static int Insert(SqliteSession session, int i) => session.Execute(
        "INSERT INTO rejections (rejection_id, received_at, reason, doc) VALUES (@id, @i, 'r', '{}')",
        ("@id", i.ToString(CultureInfo.InvariantCulture)),
        ("@i", i));

    /// <summary>What is committed, as another connection sees it.</summary>
    private static long Count(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM rejections";
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
