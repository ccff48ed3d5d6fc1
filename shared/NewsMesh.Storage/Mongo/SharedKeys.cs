using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

/// <summary>
/// Look-ups by a list of numbers: documents that share most of them, or the rarest, first. Bounded, however many documents have a number: where
/// all numbers together have more than a look-up must see, each is asked for its latest ones instead.
/// </summary>
/// <param name="collection">The documents.</param>
/// <param name="field">Their list of numbers; an index begins with it and goes on with <paramref name="time"/>.</param>
/// <param name="time">Their time, in ticks.</param>
/// <param name="perKey">How many documents of one number, the latest ones, a look-up sees at least.</param>
/// <param name="condition">What the documents must meet besides.</param>
/// <param name="rareFirst">Whether a number counts by one over the documents that it gives; otherwise all count alike.</param>
internal sealed class SharedKeys(MongoCollection collection, string field, string time, int perKey, BsonDocument condition, bool rareFirst)
{
    private readonly BsonDocument _narrow = new() { { field, 1 }, { time, 1 } };
    private readonly BsonDocument _latestFirst = new(time, -1);

    /// <param name="keys">The numbers asked for; one given twice counts once.</param>
    /// <param name="from">The earliest time.</param>
    /// <param name="earliestFirst">The order of those that share equally many: the earliest or the latest first, then by id.</param>
    /// <param name="limit">Most documents.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<List<BsonDocument>> FindAsync(
        IReadOnlyList<long> keys, DateTimeOffset from, bool earliestFirst, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var wanted = keys.ToHashSet();
        if (limit == 0 || wanted.Count == 0)
        {
            return [];
        }

        var most = wanted.Count * perKey;
        var found = await FindAsync(Filter.In(wanted.Select(key => (BsonValue)key)), from, [], most + 1, ct);
        if (found.Count > most)
        {
            var latest = await Task.WhenAll(wanted.Select(key => FindAsync(key, from, _latestFirst, perKey, ct)));
            found = [.. latest.SelectMany(one => one).DistinctBy(one => one["_id"])];
        }

        var direction = earliestFirst ? 1 : -1;
        var shared = found.Select(one => (
            Document: one, Keys: one[field].AsBsonArray.Select(key => key.AsInt64).Distinct().Where(wanted.Contains).ToArray())).ToArray();
        var with = shared.SelectMany(one => one.Keys).CountBy(key => key).ToDictionary();
        var ranked = shared
            .OrderByDescending(one => rareFirst ? one.Keys.Sum(key => IDedupIndex.BandWeight / Math.Min(perKey, with[key])) : one.Keys.Length)
            .ThenBy(one => direction * one.Document[time].AsInt64)
            .ThenBy(one => one.Document["_id"].AsString, StringComparer.Ordinal);
        return await collection.FindByIdsAsync([.. ranked.Take(limit).Select(one => one.Document["_id"])], ct);
    }

    private Task<List<BsonDocument>> FindAsync(BsonValue key, DateTimeOffset from, BsonDocument sort, int limit, CancellationToken ct) =>
        collection.FindAsync(new BsonDocument(field, key).Put(time, Filter.From(from)).AddRange(condition), sort, limit, ct, _narrow);
}
