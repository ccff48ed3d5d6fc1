using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Mongo;

/// <summary>The commands on one collection that the store needs.</summary>
internal sealed class MongoCollection(MongoDatabase database, string name)
{
    /// <summary>Documents in one reply; its size ends it before.</summary>
    private const int LargestBatch = 100_000;

    /// <summary>The first document that a filter meets in an order, or null.</summary>
    public async Task<BsonDocument?> FindFirstAsync(
        BsonDocument filter, CancellationToken ct, BsonDocument? sort = null, BsonDocument? projection = null) =>
        (await FindAsync(filter, sort ?? [], 1, ct, projection)).FirstOrDefault();

    /// <summary>Documents that a filter meets, in an order that tells any two apart; all where <paramref name="limit"/> is null.</summary>
    public async Task<List<BsonDocument>> FindAsync(
        BsonDocument filter, BsonDocument sort, int? limit, CancellationToken ct, BsonDocument? projection = null)
    {
        List<BsonDocument> found = [];
        while (limit is null || found.Count < limit)
        {
            var command = new BsonDocument { { "find", name }, { "filter", filter } };
            if (sort.ElementCount > 0)
            {
                command["sort"] = sort;
            }

            if (projection is not null)
            {
                command["projection"] = projection;
            }

            if (found.Count > 0)
            {
                command["skip"] = found.Count;
            }

            if (limit is { } most)
            {
                command["limit"] = most - found.Count;
            }

            // One reply holds at most 16 MiB. What did not fit is asked for behind what came: a cursor could be read on only in
            // the same session and on the same connection, which commands that may be tried again do not share.
            command["batchSize"] = LargestBatch;
            var cursor = (await database.ReadAsync(command, ct))["cursor"].AsBsonDocument;
            found.AddRange(cursor["firstBatch"].AsBsonArray.Select(document => document.AsBsonDocument));
            if (cursor["id"].ToInt64() == 0)
            {
                break;
            }

            await KillAsync(cursor["id"].ToInt64(), ct);
        }

        return found;
    }

    /// <summary>The documents with these ids, in the ids' order; one that is gone is left out.</summary>
    public async Task<List<BsonDocument>> FindByIdsAsync(IReadOnlyList<BsonValue> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var found = await FindAsync(
            new BsonDocument("_id", new BsonDocument("$in", new BsonArray(ids))), new BsonDocument("_id", 1), ids.Count, ct);
        var byId = found.ToDictionary(document => document["_id"]);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    /// <summary>What a pipeline gives, whose result fits into one reply (16 MiB).</summary>
    public async Task<List<BsonDocument>> AggregateAsync(CancellationToken ct, params BsonDocument[] pipeline)
    {
        var reply = await database.ReadAsync(
            new BsonDocument
            {
                { "aggregate", name },
                { "pipeline", new BsonArray(pipeline) },
                { "cursor", new BsonDocument("batchSize", LargestBatch) },
            },
            ct);
        var cursor = reply["cursor"].AsBsonDocument;
        if (cursor["id"].ToInt64() != 0)
        {
            await KillAsync(cursor["id"].ToInt64(), ct);
            throw new InvalidOperationException($"The answer of an aggregation over {name} is larger than one reply.");
        }

        return [.. cursor["firstBatch"].AsBsonArray.Select(document => document.AsBsonDocument)];
    }

    /// <summary>Adds a document; false where its id is there already.</summary>
    /// <exception cref="DocumentTooLargeException">It has more than <paramref name="maxBytes"/> bytes.</exception>
    public async Task<bool> TryInsertAsync(BsonDocument document, CancellationToken ct, int maxBytes = MongoLimits.DocumentBytes)
    {
        var command = new BsonDocument { { "insert", name }, { "documents", new BsonArray { Sized(document, maxBytes) } } };
        return await UnlessDuplicateAsync(() => database.WriteAsync(command, ct)) is not null;
    }

    /// <summary>Changes the one document that a filter meets; whether there was one.</summary>
    /// <param name="filter">With the document's id; the conditions of the write beside it.</param>
    /// <param name="update">Update operators.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<bool> UpdateAsync(BsonDocument filter, BsonDocument update, CancellationToken ct) =>
        MongoReplies.Count(await database.WriteAsync(UpdateCommand(filter, update, upsert: false), ct)) == 1;

    /// <summary>Replaces the one document that a filter meets; whether there was one.</summary>
    public async Task<bool> ReplaceAsync(BsonDocument filter, BsonDocument document, CancellationToken ct) =>
        await UpdateAsync(filter, Sized(document, MongoLimits.DocumentBytes), ct);

    /// <summary>
    /// Replaces the document that a filter meets, or adds it where its id is not there; false where the id is there and the
    /// filter's conditions keep it as it is.
    /// </summary>
    public async Task<bool> PutAsync(BsonDocument filter, BsonDocument document, CancellationToken ct)
    {
        var command = UpdateCommand(filter, Sized(document, MongoLimits.DocumentBytes), upsert: true);
        return await UnlessDuplicateAsync(() => database.WriteAsync(command, ct)) is not null;
    }

    /// <summary>As <see cref="PutAsync"/>; the document as it then stands, or null where the conditions kept it as it is.</summary>
    public async Task<BsonDocument?> PutAndGetAsync(BsonDocument filter, BsonDocument document, CancellationToken ct)
    {
        var command = new BsonDocument
        {
            { "findAndModify", name },
            { "query", filter },
            { "update", Sized(document, MongoLimits.DocumentBytes) },
            { "upsert", true },
            { "new", true },
        };
        return (await UnlessDuplicateAsync(() => database.WriteAsync(command, ct)))?["value"].AsBsonDocument;
    }

    /// <summary>Removes all documents that a filter meets; their number.</summary>
    public async Task<int> DeleteAsync(BsonDocument filter, CancellationToken ct)
    {
        var delete = new BsonDocument { { "q", filter }, { "limit", 0 } };
        return MongoReplies.Count(
            await database.WriteAsync(new BsonDocument { { "delete", name }, { "deletes", new BsonArray { delete } } }, ct));
    }

    private BsonDocument UpdateCommand(BsonDocument filter, BsonDocument update, bool upsert) => new()
    {
        { "update", name },
        { "updates", new BsonArray { new BsonDocument { { "q", filter }, { "u", update }, { "upsert", upsert } } } },
    };

    private Task<BsonDocument> KillAsync(long cursor, CancellationToken ct) => database.RunAsync(
        MongoCommandKind.Read, new BsonDocument { { "killCursors", name }, { "cursors", new BsonArray { cursor } } }, ct);

    private RawBsonDocument Sized(BsonDocument document, int maxBytes) =>
        MongoSizes.Require(document, $"contents of a document for {name}", maxBytes);

    private static async Task<BsonDocument?> UnlessDuplicateAsync(Func<Task<BsonDocument>> write)
    {
        try
        {
            return await write();
        }
        catch (MongoFaultException e) when (e.Code == MongoCodes.DuplicateKey)
        {
            return null;
        }
    }
}
