using MongoDB.Bson;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

internal sealed class MongoDedupIndex(MongoDatabase database) : IDedupIndex
{
    private static readonly BsonDocument EarliestFirst = new() { { "receivedAtTicks", 1 }, { "_id", 1 } };

    private readonly MongoCollection _signatures = new(database, MongoSchema.Signatures);

    public Task AddAsync(SignatureDocument signature, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return _signatures.PutAsync(
            Filter.Id(signature.ArticleId).Put("revision", new BsonDocument("$lt", signature.Revision)),
            SignatureBson.Write(signature),
            ct);
    }

    public async Task<SignatureDocument?> GetAsync(string articleId, CancellationToken ct = default) =>
        await _signatures.FindFirstAsync(Filter.Id(articleId), ct) is { } document ? SignatureBson.Read(document) : null;

    public async Task<IReadOnlyList<SignatureDocument>> FindCandidatesAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct = default)
    {
        var signatures = new SharedKeys(_signatures, "bands", "receivedAtTicks", IDedupIndex.ArticlesPerBand, [], rareFirst: true);
        var found = await signatures.FindAsync(bands, receivedFrom, earliestFirst: true, limit, ct);
        return [.. found.Select(document => SignatureBson.Read(document) with { Bands = [] })];
    }

    public Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(placement);
        return _signatures.UpdateAsync(
            Filter.Id(articleId).Put("placement", expected is null ? Filter.Missing : new BsonDocument("$eq", SignatureBson.Write(expected))),
            new BsonDocument("$set", new BsonDocument("placement", SignatureBson.Write(placement))),
            ct);
    }

    public async Task<IReadOnlyList<SignatureDocument>> GetClusterAsync(string clusterId, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var found = await _signatures.FindAsync(
            new BsonDocument("placement.clusterId", BsonFields.WellFormed(clusterId)), EarliestFirst, limit, ct);
        return [.. found.Select(SignatureBson.Read)];
    }

    public async Task<IReadOnlyList<SignatureDocument>> GetRecentAsync(int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var found = await _signatures.FindAsync([], new BsonDocument { { "receivedAtTicks", -1 }, { "_id", -1 } }, limit, ct);
        return [.. found.Select(SignatureBson.Read)];
    }

    public async Task<IReadOnlyList<SignatureDocument>> GetOutdatedAsync(
        int belowVersion, SignatureDocument? after, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var found = await _signatures.FindAsync(
            Outdated(belowVersion, after), new BsonDocument { { "signatureVersion", 1 }, { "_id", 1 } }, limit, ct);
        return [.. found.Select(SignatureBson.Read)];
    }

    public Task<bool> TryUpgradeAsync(SignatureDocument signature, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var whole = SignatureBson.Write(signature);
        return _signatures.UpdateAsync(
            Filter.Id(signature.ArticleId)
                .Put("revision", signature.Revision)
                .Put("signatureVersion", new BsonDocument("$lt", signature.SignatureVersion)),
            new BsonDocument("$set", new BsonDocument(whole.Where(e => e.Name is "signatureVersion" or "signature" or "bands"))),
            ct);
    }

    public Task<int> RemoveBeforeAsync(DateTimeOffset receivedBefore, CancellationToken ct = default) =>
        _signatures.DeleteAsync(new BsonDocument("receivedAtTicks", Filter.Before(receivedBefore)), ct);

    private static BsonDocument Outdated(int belowVersion, SignatureDocument? after)
    {
        var below = new BsonDocument("$lt", belowVersion);
        if (after is null)
        {
            return new BsonDocument("signatureVersion", below);
        }

        // The first condition is for the index to begin at.
        return new BsonDocument
        {
            { "signatureVersion", below.Put("$gte", after.SignatureVersion) },
            {
                "$or", new BsonArray
                {
                    new BsonDocument("signatureVersion", new BsonDocument("$gt", after.SignatureVersion)),
                    new BsonDocument
                    {
                        { "signatureVersion", after.SignatureVersion },
                        { "_id", new BsonDocument("$gt", BsonFields.WellFormed(after.ArticleId)) },
                    },
                }
            },
        };
    }
}
