using Microsoft.Data.Sqlite;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

internal sealed class SqliteDedupIndex(SqliteDatabase database) : IDedupIndex
{
    public Task AddAsync(SignatureDocument signature, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return database.WriteAsync(
            session => session.Execute(
                SignatureSql.Add,
                ("@article", signature.ArticleId),
                ("@revision", signature.Revision),
                ("@received", signature.ReceivedAt.UtcTicks),
                ("@receivedOffset", SqliteColumns.OffsetMinutes(signature.ReceivedAt)),
                ("@published", signature.PublishedAt?.UtcTicks),
                ("@publishedOffset", SqliteColumns.OffsetMinutes(signature.PublishedAt)),
                ("@source", signature.Source),
                ("@version", signature.SignatureVersion),
                ("@signature", signature.Signature),
                ("@bands", SqliteJson.Write(signature.Bands)),
                ("@cluster", signature.Placement?.ClusterId),
                ("@of", signature.Placement?.Of),
                ("@similarity", signature.Placement?.Similarity),
                ("@status", signature.Placement?.Status),
                ("@match", signature.Placement?.Match)),
            ct);
    }

    public Task<SignatureDocument?> GetAsync(string articleId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(SignatureSql.Get, Map, ("@article", articleId)), ct);

    public Task<IReadOnlyList<SignatureDocument>> FindCandidatesAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.ReadAsync<IReadOnlyList<SignatureDocument>>(
            session => session.All(
                SignatureSql.FindCandidates,
                MapWithoutBands,
                ("@bands", SqliteJson.Write(bands)),
                ("@from", receivedFrom.UtcTicks),
                ("@perBand", IDedupIndex.ArticlesPerBand),
                ("@bandWeight", IDedupIndex.BandWeight),
                ("@limit", limit)),
            ct);
    }

    public Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(placement);
        return database.WriteAsync(
            session => session.Execute(
                SignatureSql.Place,
                ("@article", articleId),
                ("@cluster", placement.ClusterId),
                ("@of", placement.Of),
                ("@similarity", placement.Similarity),
                ("@status", placement.Status),
                ("@match", placement.Match),
                ("@oldCluster", expected?.ClusterId),
                ("@oldOf", expected?.Of),
                ("@oldSimilarity", expected?.Similarity),
                ("@oldStatus", expected?.Status),
                ("@oldMatch", expected?.Match)) == 1,
            ct);
    }

    public Task<IReadOnlyList<SignatureDocument>> GetClusterAsync(string clusterId, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.ReadAsync<IReadOnlyList<SignatureDocument>>(
            session => session.All(SignatureSql.GetCluster, Map, ("@cluster", clusterId), ("@limit", limit)), ct);
    }

    public Task<IReadOnlyList<SignatureDocument>> GetRecentAsync(int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.ReadAsync<IReadOnlyList<SignatureDocument>>(
            session => session.All(SignatureSql.Recent, Map, ("@limit", limit)), ct);
    }

    public Task<IReadOnlyList<SignatureDocument>> GetOutdatedAsync(
        int belowVersion, SignatureDocument? after, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.ReadAsync<IReadOnlyList<SignatureDocument>>(
            session => session.All(
                SignatureSql.Outdated,
                Map,
                ("@below", belowVersion),
                ("@afterVersion", after?.SignatureVersion ?? int.MinValue),
                ("@afterArticle", after?.ArticleId ?? ""),
                ("@limit", limit)),
            ct);
    }

    public Task<bool> TryUpgradeAsync(SignatureDocument signature, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return database.WriteAsync(
            session => session.Execute(
                SignatureSql.Upgrade,
                ("@article", signature.ArticleId),
                ("@revision", signature.Revision),
                ("@version", signature.SignatureVersion),
                ("@signature", signature.Signature),
                ("@bands", SqliteJson.Write(signature.Bands))) == 1,
            ct);
    }

    public async Task<int> RemoveBeforeAsync(DateTimeOffset receivedBefore, CancellationToken ct = default)
    {
        var total = 0;
        int removed;
        do
        {
            removed = await database.WriteAsync(
                session => session.Execute(
                    SignatureSql.RemoveBefore, ("@before", receivedBefore.UtcTicks), ("@limit", SqliteLimits.RemovalBatch)),
                ct);
            total += removed;
        }
        while (removed == SqliteLimits.RemovalBatch);
        return total;
    }

    private static SignatureDocument Map(SqliteDataReader row) =>
        MapWithoutBands(row) with { Bands = SqliteJson.Read<IReadOnlyList<long>>(row.GetString(14)) };

    private static SignatureDocument MapWithoutBands(SqliteDataReader row) => new()
    {
        ArticleId = row.GetString(0),
        Revision = row.GetInt32(1),
        ReceivedAt = row.GetTime(2),
        PublishedAt = row.GetTimeOrNull(4),
        Source = row.GetStringOrNull(6),
        SignatureVersion = row.GetInt32(7),
        Signature = row.GetFieldValue<byte[]>(8),
        Bands = [],
        Placement = row.IsDBNull(9) ? null : new Placement
        {
            ClusterId = row.GetString(9),
            Of = row.GetStringOrNull(10),
            Similarity = row.GetDouble(11),
            Status = row.GetString(12),
            Match = row.GetStringOrNull(13),
        },
    };
}
