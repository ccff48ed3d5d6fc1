using Microsoft.Data.Sqlite;
using NewsMesh.Storage.Sqlite;
using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Sqlite;

/// <summary>Files that cannot be used: at start, and while the store is at work.</summary>
public sealed class SqliteFaultTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_missing_folder_is_created()
    {
        await using var store = SqliteStore.Open(Path.Combine(_file.Folder, "a", "b", "store.db"));

        await store.InitializeAsync();

        Assert.True(File.Exists(store.Location));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_created_is_a_wrong_setting()
    {
        await File.WriteAllTextAsync(_file.Path, "a file");

        await RefusedAsync(Path.Combine(_file.Path, "store.db"), "cannot be created");
    }

    [Fact]
    public async Task A_path_that_is_a_folder_is_a_wrong_setting() => await RefusedAsync(_file.Folder, "is a folder");

    [Fact]
    public async Task A_file_that_is_no_database_is_a_wrong_setting_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter to a friend. ", 500));
        await File.WriteAllTextAsync(_file.Path, text);

        await RefusedAsync(_file.Path, "is not a SQLite database");

        Assert.Equal(text, await File.ReadAllTextAsync(_file.Path));
    }

    [Fact]
    public async Task A_damaged_file_is_a_wrong_setting()
    {
        await (await _file.OpenAsync()).DisposeAsync();
        await using (var file = File.OpenWrite(_file.Path))
        {
            // The rest of the first page: the schema's own table.
            file.Position = 100;
            file.Write(new byte[3996]);
        }

        await RefusedAsync(_file.Path, "is damaged");
    }

    [FactUnlessRoot]
    public async Task A_folder_without_permission_is_a_wrong_setting()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_file.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            await RefusedAsync(_file.Path, "cannot be opened or created");
            File.SetUnixFileMode(_file.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked_is_unavailable_at_start()
    {
        using var other = Connect();
        Run(other, "BEGIN EXCLUSIVE");
        await using var store = SqliteStore.Open(_file.Path, time: new HurriedClock());

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.InitializeAsync());

        Assert.Contains(_file.Path, e.Message, StringComparison.Ordinal);
        Assert.Contains("locked", e.Message, StringComparison.Ordinal);
        Run(other, "ROLLBACK");
        await store.InitializeAsync();
    }

    [Fact]
    public async Task A_write_lock_that_stays_taken_is_unavailable_while_reads_go_on()
    {
        await (await _file.OpenAsync()).DisposeAsync();
        await using var store = SqliteStore.Open(_file.Path, time: new HurriedClock());
        await store.InitializeAsync();
        using var other = Connect();
        Run(other, "BEGIN IMMEDIATE");

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Articles.TryAddAsync(Given.Revision("a")));

        Assert.Contains("locked", e.Message, StringComparison.Ordinal);
        Assert.Null(await store.Articles.GetAsync("a", 1));
        Run(other, "ROLLBACK");
        Assert.True(await store.Articles.TryAddAsync(Given.Revision("a")));
    }

    [Fact]
    public async Task A_full_disk_is_unavailable_writes_nothing_and_passes()
    {
        await using var store = await _file.OpenAsync();
        await using var database = new SqliteDatabase(new SqliteConnections(_file.Path, SqliteDurability.Full), TimeProvider.System);
        var pages = new SqliteRawPageStore(database);
        var content = new byte[1 << 20];
        new Random(2).NextBytes(content);
        await database.WriteAsync(session => session.First("PRAGMA max_page_count = 100", row => row.GetInt64(0)), default);

        var e = await Assert.ThrowsAsync<StoreUnavailableException>(() => pages.TryAddAsync(Given.RawPage("r", content)));

        Assert.Contains("disk is full", e.Message, StringComparison.Ordinal);
        Assert.Null(await pages.GetAsync("r"));
        // The limit went with the connection that met it: now there is room.
        Assert.True(await pages.TryAddAsync(Given.RawPage("r", content)));
    }

    [Fact]
    public async Task A_file_that_is_gone_is_unavailable()
    {
        await using var store = SqliteStore.Open(_file.Path);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PingAsync());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.Articles.TryAddAsync(Given.Revision("a")));

        Assert.False(File.Exists(_file.Path));
    }

    [Fact]
    public async Task A_write_that_fails_in_its_middle_leaves_nothing_and_the_next_one_works()
    {
        await using var store = await _file.OpenAsync();
        await using var database = new SqliteDatabase(new SqliteConnections(_file.Path, SqliteDurability.Full), TimeProvider.System);
        var rejections = new SqliteRejectionStore(database);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
            session =>
            {
                session.Execute("INSERT INTO rejections (rejection_id, received_at, reason, doc) VALUES ('x', 0, 'r', '{}')");
                throw new InvalidOperationException("in the middle");
            },
            default));

        Assert.Empty(await rejections.CountByReasonAsync());
        Assert.True(await rejections.TryAddAsync(Given.Rejection("x")));
    }

    [Fact]
    public async Task A_disposed_store_says_so()
    {
        var store = await _file.OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.PingAsync());
    }

    private static async Task RefusedAsync(string path, string because)
    {
        await using var store = SqliteStore.Open(path);

        var e = await Assert.ThrowsAsync<StoreConfigurationException>(() => store.InitializeAsync());

        Assert.Contains(path, e.Message, StringComparison.Ordinal);
        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
