using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

/// <summary>Filters in MongoDB's query language.</summary>
internal static class Filter
{
    public static readonly BsonDocument Missing = new("$exists", false);

    /// <summary>The document with an id; conditions may be added to it.</summary>
    public static BsonDocument Id(string id) => new("_id", BsonFields.WellFormed(id));

    public static BsonDocument Before(DateTimeOffset time) => new("$lt", time.UtcTicks);

    public static BsonDocument From(DateTimeOffset time) => new("$gte", time.UtcTicks);

    public static BsonDocument In(IEnumerable<BsonValue> values) => new("$in", new BsonArray(values));

    /// <summary>
    /// Documents behind a place in a listing from the newest to the oldest. The first condition repeats what the other two say,
    /// for the index to begin at.
    /// </summary>
    public static BsonDocument Behind(string ticks, ListingCursor place) => new()
    {
        { ticks, new BsonDocument("$lte", place.Ticks) },
        {
            "$or", new BsonArray
            {
                new BsonDocument(ticks, new BsonDocument("$lt", place.Ticks)),
                new BsonDocument { { ticks, place.Ticks }, { "_id", new BsonDocument("$lt", BsonFields.WellFormed(place.Id)) } },
            }
        },
    };
}
