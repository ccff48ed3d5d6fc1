using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

internal sealed class SqliteRejectionStore(SqliteDatabase database) : IRejectionStore
{
    public Task<bool> TryAddAsync(RejectionDocument rejection, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        var doc = SqliteJson.Write(rejection with { Body = null });
        return database.WriteAsync(
            session => session.Execute(
                RejectionSql.Add,
                ("@id", rejection.RejectionId),
                ("@received", rejection.ReceivedAt.UtcTicks),
                ("@reason", rejection.Reason),
                ("@doc", doc),
                ("@body", rejection.Body)) == 1,
            ct);
    }

    public Task<IReadOnlyList<RejectionDocument>> ListAsync(int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.ReadAsync<IReadOnlyList<RejectionDocument>>(
            session => session.All(
                RejectionSql.List,
                row => SqliteJson.Read<RejectionDocument>(row.GetString(0)) with
                {
                    Body = row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1),
                },
                ("@limit", limit)),
            ct);
    }

    public Task<IReadOnlyDictionary<string, long>> CountByReasonAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyDictionary<string, long>>(
            session => session.All(RejectionSql.CountByReason, row => (Reason: row.GetString(0), Count: row.GetInt64(1)))
                .ToDictionary(r => r.Reason, r => r.Count, StringComparer.Ordinal),
            ct);
}
