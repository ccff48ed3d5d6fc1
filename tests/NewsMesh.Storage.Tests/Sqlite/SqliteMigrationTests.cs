using Microsoft.Data.Sqlite;
using NewsMesh.Storage.Sqlite;

namespace NewsMesh.Storage.Tests.Sqlite;

public sealed class SqliteMigrationTests : IDisposable
{
    private const string First = "CREATE TABLE things (name TEXT); INSERT INTO things VALUES ('kept');";
    private const string Second = "ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 7;";

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_new_file_gets_the_latest_version()
    {
        await using var store = await _file.OpenAsync();

        Assert.Equal((long)SqliteMigrations.Load().Count, Query("PRAGMA user_version"));
        Assert.Equal((long)SqliteMigrations.ApplicationId, Query("PRAGMA application_id"));
    }

    [Fact]
    public void An_older_file_gets_only_what_it_lacks()
    {
        Migrate(First);
        Migrate(First, Second);
        Migrate(First, Second);

        Assert.Equal(2L, Query("PRAGMA user_version"));
        Assert.Equal(7L, Query("SELECT size FROM things WHERE name = 'kept'"));
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_file_as_it_was()
    {
        Migrate(First);

        Assert.Throws<SqliteException>(() => Migrate(First, Second + "NOT SQL"));

        Assert.Equal(1L, Query("PRAGMA user_version"));
        Assert.Equal(1L, Query("SELECT count(*) FROM pragma_table_info('things')"));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused()
    {
        await (await _file.OpenAsync()).DisposeAsync();
        Query("PRAGMA user_version = 99");

        var e = await Assert.ThrowsAsync<StoreConfigurationException>(() => _file.OpenAsync());

        Assert.Contains("schema version 99", e.Message, StringComparison.Ordinal);
        Assert.Contains(_file.Path, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_alone()
    {
        Query("CREATE TABLE accounts (name TEXT)");

        var e = await Assert.ThrowsAsync<StoreConfigurationException>(() => _file.OpenAsync());

        Assert.Contains("another program", e.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Query("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task Signatures_of_a_file_whose_bands_were_rows_are_found_by_their_bands()
    {
        Migrate([.. SqliteMigrations.Load().Take(3)]);
        Query("""
            INSERT INTO signatures (article_id, revision, received_at, received_at_offset, signature_version, signature, bands)
            VALUES ('a', 1, 5, 0, 7, x'01', '[-1,9,4294967295,-9223372036854775808]'), ('b', 1, 6, 0, 7, x'02', '[]')
            """);

        await using var store = await _file.OpenAsync();

        Assert.Equal([-1, 9, uint.MaxValue, long.MinValue], (await store.DedupIndex.GetAsync("a"))!.Bands);
        Assert.Empty((await store.DedupIndex.GetAsync("b"))!.Bands);
        Assert.Equal("a", Assert.Single(await store.DedupIndex.FindCandidatesAsync([9], DateTimeOffset.MinValue, 10)).ArticleId);
        Assert.Equal(2, await store.DedupIndex.RemoveBeforeAsync(DateTimeOffset.MaxValue));
        Assert.Equal(0L, Query("SELECT count(*) FROM band_lists"));
    }

    private void Migrate(params string[] scripts)
    {
        using var session = new SqliteConnections(_file.Path, SqliteDurability.Full).Open(create: true);
        Assert.Equal(0, session.TryRun("BEGIN IMMEDIATE"));
        SqliteMigrations.Apply(session, _file.Path, scripts);
        Assert.Equal(0, session.TryRun("COMMIT"));
    }

    private object? Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
