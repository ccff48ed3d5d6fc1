using Microsoft.Data.Sqlite;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

/// <summary>Signatures in the file; who shares a band is looked up in the memory of the process.</summary>
internal sealed class SqliteDedupIndex(SqliteDatabase database) : IDedupIndex
{
    private readonly BandIndex _bands = new();

    public Task AddAsync(SignatureDocument signature, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return database.WriteAsync(
            session => Write(
                session,
                signature,
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
        return database.ReadAsync<IReadOnlyList<SignatureDocument>>(session => FindCandidates(session, bands, receivedFrom.UtcTicks, limit), ct);
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
            session => Write(
                session,
                signature,
                SignatureSql.Upgrade,
                ("@article", signature.ArticleId),
                ("@revision", signature.Revision),
                ("@version", signature.SignatureVersion),
                ("@signature", signature.Signature)),
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
        lock (_bands)
        {
            _bands.ForgetBefore(receivedBefore.UtcTicks);
        }

        return total;
    }

    private List<SignatureDocument> FindCandidates(SqliteSession session, IReadOnlyList<long> bands, long receivedFrom, int limit)
    {
        while (true)
        {
            var ids = Rank(session, bands, receivedFrom, limit);
            if (ids.Count == 0)
            {
                return [];
            }

            var found = session.All(
                SignatureSql.GetMany, row => (Id: row.GetInt64(14), Document: MapWithoutBands(row)), ("@ids", SqliteJson.Write(ids)));
            if (found.Count == ids.Count)
            {
                return found.ConvertAll(signature => signature.Document);
            }

            // Replaced or removed, by whichever process: the next ones take their places.
            lock (_bands)
            {
                foreach (var gone in ids.Except(found.Select(signature => signature.Id)))
                {
                    _bands.Forget(gone);
                }
            }
        }
    }

    /// <summary>Brings the index in memory up to what is committed, and looks into it.</summary>
    private IReadOnlyList<long> Rank(SqliteSession session, IReadOnlyList<long> bands, long receivedFrom, int limit)
    {
        lock (_bands)
        {
            session.ForEach(
                SignatureSql.BandsAfter,
                row => _bands.Add(row.GetInt64(0), row.GetInt64(1), BandBytes.Read(row.GetFieldValue<byte[]>(2))),
                ("@after", _bands.LastId));
            return _bands.Rank(bands, receivedFrom, limit);
        }
    }

    /// <summary>Writes a signature with its bands, by a statement that takes their id; whether it wrote one.</summary>
    private static bool Write(
        SqliteSession session, SignatureDocument signature, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var id = session.First(
            SignatureSql.AddBands,
            row => row.GetInt64(0),
            ("@received", signature.ReceivedAt.UtcTicks),
            ("@bands", BandBytes.Write(signature.Bands)));
        if (session.Execute(sql, [("@id", id), .. parameters]) > 0)
        {
            return true;
        }

        session.Execute(SignatureSql.RemoveBands, ("@id", id));
        return false;
    }

    private static SignatureDocument Map(SqliteDataReader row) =>
        MapWithoutBands(row) with { Bands = BandBytes.Read(row.GetFieldValue<byte[]>(14)) };

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
