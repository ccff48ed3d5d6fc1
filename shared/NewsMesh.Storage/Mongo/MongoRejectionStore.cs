using MongoDB.Bson;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

internal sealed class MongoRejectionStore(MongoDatabase database) : IRejectionStore
{
    private readonly MongoCollection _rejections = new(database, MongoSchema.Rejections);

    public Task<bool> TryAddAsync(RejectionDocument rejection, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        return _rejections.TryInsertAsync(RejectionBson.Write(rejection), ct);
    }

    public async Task<IReadOnlyList<RejectionDocument>> ListAsync(int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var found = await _rejections.FindAsync([], new BsonDocument { { "receivedAtTicks", -1 }, { "_id", -1 } }, limit, ct);
        return [.. found.Select(RejectionBson.Read)];
    }

    public Task<IReadOnlyDictionary<string, long>> CountByReasonAsync(CancellationToken ct = default) =>
        Counts.ByAsync(_rejections, "reason", ct);
}
