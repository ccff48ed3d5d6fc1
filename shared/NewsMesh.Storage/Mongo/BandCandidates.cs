using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

/// <summary>
/// Look-ups of signatures by bands. Bounded, however many signatures have a band: where all bands together have more than a
/// look-up must see, each is asked for its latest ones instead.
/// </summary>
internal sealed class BandCandidates(MongoCollection signatures)
{
    private static readonly BsonDocument Narrow = new() { { "bands", 1 }, { "receivedAtTicks", 1 } };
    private static readonly BsonDocument LatestFirst = new("receivedAtTicks", -1);

    /// <summary>Signatures received at or after a time, those that share most bands first, then the earliest, then by id.</summary>
    public async Task<List<BsonDocument>> FindAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var wanted = bands.ToHashSet();
        if (limit == 0 || wanted.Count == 0)
        {
            return [];
        }

        var most = wanted.Count * IDedupIndex.ArticlesPerBand;
        var filter = new BsonDocument("bands", Filter.In(wanted.Select(band => (BsonValue)band))).Put("receivedAtTicks", Filter.From(receivedFrom));
        var found = await signatures.FindAsync(filter, [], most + 1, ct, Narrow);
        if (found.Count > most)
        {
            var latest = await Task.WhenAll(wanted.Select(band => signatures.FindAsync(
                new BsonDocument("bands", band).Put("receivedAtTicks", Filter.From(receivedFrom)), LatestFirst, IDedupIndex.ArticlesPerBand, ct, Narrow)));
            found = [.. latest.SelectMany(one => one).DistinctBy(one => one["_id"])];
        }

        var ranked = found
            .OrderByDescending(one => one["bands"].AsBsonArray.Select(band => band.AsInt64).Distinct().Count(wanted.Contains))
            .ThenBy(one => one["receivedAtTicks"].AsInt64)
            .ThenBy(one => one["_id"].AsString, StringComparer.Ordinal);
        return await signatures.FindByIdsAsync([.. ranked.Take(limit).Select(one => one["_id"])], ct);
    }
}
