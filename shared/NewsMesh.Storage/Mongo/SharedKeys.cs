using MongoDB.Bson;

namespace NewsMesh.Storage.Mongo;

/// <summary>Look-ups by a list of numbers: documents that share most of them first.</summary>
/// <param name="collection">The documents.</param>
/// <param name="field">Their list of numbers; an index begins with it.</param>
/// <param name="order">The order of those that share equally many: field and direction, the last one <c>_id</c>.</param>
internal sealed class SharedKeys(MongoCollection collection, string field, BsonDocument order)
{
    private const string Shared = "shared";

    /// <summary>Numbers in one command; servers compare long lists slowly. Look-ups of articles have tens.</summary>
    private const int MaxKeys = 5_000;

    private readonly BsonDocument _ranking = new BsonDocument(Shared, -1).AddRange(order);

    /// <param name="keys">The numbers asked for; one given twice counts once.</param>
    /// <param name="condition">What the documents must meet besides.</param>
    /// <param name="limit">Most documents.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<List<BsonDocument>> FindAsync(
        IReadOnlyList<long> keys, BsonDocument condition, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (limit == 0 || keys.Count == 0)
        {
            return [];
        }

        var parts = keys.Distinct().Chunk(MaxKeys).ToList();
        var ranked = parts.Count == 1
            ? await RankAsync(parts[0], condition, ct, new BsonDocument("$sort", _ranking), new BsonDocument("$limit", limit))
            : await RankPartsAsync(parts, condition, limit, ct);
        return await collection.FindByIdsAsync([.. ranked.Select(r => r["_id"])], ct);
    }

    /// <summary>Ranks on ids and counts alone: of thousands that share a key only the chosen ones are sent whole.</summary>
    private Task<List<BsonDocument>> RankAsync(
        long[] keys, BsonDocument condition, CancellationToken ct, params BsonDocument[] last)
    {
        var list = new BsonArray(keys);
        var match = new BsonDocument(field, new BsonDocument("$in", list)).AddRange(condition);
        var projection = new BsonDocument(
            Shared, new BsonDocument("$size", new BsonDocument("$setIntersection", new BsonArray { "$" + field, list })));
        projection.AddRange(order.Names.Where(name => name != "_id").Select(name => new BsonElement(name, 1)));
        return collection.AggregateAsync(
            ct, [new BsonDocument("$match", match), new BsonDocument("$project", projection), .. last]);
    }

    private async Task<IEnumerable<BsonDocument>> RankPartsAsync(
        List<long[]> parts, BsonDocument condition, int limit, CancellationToken ct)
    {
        var byId = new Dictionary<BsonValue, BsonDocument>();
        foreach (var part in parts)
        {
            foreach (var found in await RankAsync(part, condition, ct))
            {
                if (!byId.TryAdd(found["_id"], found))
                {
                    byId[found["_id"]][Shared] = byId[found["_id"]][Shared].AsInt32 + found[Shared].AsInt32;
                }
            }
        }

        return byId.Values
            .Order(Comparer<BsonDocument>.Create((a, b) => _ranking
                .Select(by => a[by.Name].CompareTo(b[by.Name]) * by.Value.AsInt32)
                .FirstOrDefault(difference => difference != 0)))
            .Take(limit);
    }
}
