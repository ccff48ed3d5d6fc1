using MongoDB.Bson;

namespace NewsMesh.Storage.Mongo;

/// <summary>Numbers of documents by a field's value.</summary>
internal static class Counts
{
    /// <summary>Counts over the field's index: the condition, which every text meets, is what makes the server take it.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ByAsync(MongoCollection collection, string field, CancellationToken ct)
    {
        var groups = await collection.AggregateAsync(
            ct,
            new BsonDocument("$match", new BsonDocument(field, new BsonDocument("$gte", ""))),
            new BsonDocument("$group", new BsonDocument
            {
                { "_id", "$" + field },
                { "count", new BsonDocument("$sum", 1) },
            }));
        return groups.ToDictionary(g => g["_id"].AsString, g => g["count"].ToInt64(), StringComparer.Ordinal);
    }
}
