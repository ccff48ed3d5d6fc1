using MongoDB.Bson;

namespace NewsMesh.Storage.Mongo;

/// <summary>Look-ups by a list of numbers: documents that share most of them first.</summary>
internal static class SharedKeys
{
    private const string Shared = "shared";

    /// <param name="collection">The documents.</param>
    /// <param name="field">Their list of numbers; an index begins with it.</param>
    /// <param name="keys">The numbers asked for; one given twice counts once.</param>
    /// <param name="condition">What the documents must meet besides.</param>
    /// <param name="order">The order of those that share equally many.</param>
    /// <param name="limit">Most documents.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<List<BsonDocument>> FindAsync(
        MongoCollection collection, string field, IReadOnlyList<long> keys, BsonDocument condition, BsonDocument order, int limit,
        CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (limit == 0 || keys.Count == 0)
        {
            return [];
        }

        var list = new BsonArray(keys.Distinct());
        var match = new BsonDocument(field, new BsonDocument("$in", list));
        match.AddRange(condition);
        var sort = new BsonDocument(Shared, -1);
        sort.AddRange(order);

        // Ranked on ids and counts alone: of thousands that share a key only the chosen ones are sent whole.
        var keysFirst = new BsonDocument
        {
            { Shared, new BsonDocument("$size", new BsonDocument("$setIntersection", new BsonArray { "$" + field, list })) },
        };
        keysFirst.AddRange(order.Names.Where(name => name != "_id").Select(name => new BsonElement(name, 1)));
        var ranked = await collection.AggregateAsync(
            ct,
            new BsonDocument("$match", match),
            new BsonDocument("$project", keysFirst),
            new BsonDocument("$sort", sort),
            new BsonDocument("$limit", limit));
        return await collection.FindByIdsAsync([.. ranked.Select(r => r["_id"])], ct);
    }
}
