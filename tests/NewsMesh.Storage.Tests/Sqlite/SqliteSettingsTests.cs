using NewsMesh.Storage.Sqlite;
using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Sqlite;

public sealed class SqliteSettingsTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(SqliteDurability.Full, 2)]
    [InlineData(SqliteDurability.Normal, 1)]
    public async Task Connections_write_ahead_and_flush_as_the_durability_asks(SqliteDurability durability, long synchronous)
    {
        await (await _file.OpenAsync()).DisposeAsync();

        using var session = new SqliteConnections(_file.Path, durability).Open();

        Assert.Equal("wal", session.First("PRAGMA journal_mode", row => row.GetString(0)));
        Assert.Equal(synchronous, session.First("PRAGMA synchronous", row => row.GetInt64(0)));
    }

    [Fact]
    public async Task Raw_pages_are_stored_compressed()
    {
        await using var store = await _file.OpenAsync();
        var page = new byte[1_000_000];

        await store.RawPages.TryAddAsync(Given.RawPage("r", page));

        using var session = new SqliteConnections(_file.Path, SqliteDurability.Full).Open();
        Assert.InRange(session.First("SELECT length(content) FROM raw_pages", row => row.GetInt64(0)), 1, 10_000);
    }

    [Fact]
    public async Task The_location_is_the_full_path()
    {
        await using var store = SqliteStore.Open("some.db");

        Assert.Equal(Path.GetFullPath("some.db"), store.Location);
    }
}
