using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

internal sealed class SqliteRawPageStore(SqliteDatabase database) : IRawPageStore
{
    public Task<bool> TryAddAsync(RawPageDocument page, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        // Before the turn to write: other writers need not wait for a compression.
        var doc = SqliteJson.Write(page with { Content = [], Revision = null });
        var content = PageCompression.Compress(page.Content);
        return database.WriteAsync(
            session => session.Execute(
                RawPageSql.Add, ("@id", page.RawId), ("@revision", page.Revision), ("@doc", doc), ("@content", content)) == 1,
            ct);
    }

    public async Task<RawPageDocument?> GetAsync(string rawId, CancellationToken ct = default)
    {
        var page = await database.ReadAsync(
            session => session.First(
                RawPageSql.Get,
                row => SqliteJson.Read<RawPageDocument>(row.GetString(1)) with
                {
                    Revision = row.GetInt32OrNull(0),
                    Content = row.GetFieldValue<byte[]>(2),
                },
                ("@id", rawId)),
            ct);
        return page is null ? null : page with { Content = PageCompression.Decompress(page.Content) };
    }

    public Task<int?> GetRevisionAsync(string rawId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(RawPageSql.GetRevision, row => row.GetInt32OrNull(0), ("@id", rawId)), ct);

    public Task SetRevisionAsync(string rawId, int revision, CancellationToken ct = default) =>
        database.WriteAsync(
            session => session.Execute(RawPageSql.SetRevision, ("@id", rawId), ("@revision", revision)), ct);
}
