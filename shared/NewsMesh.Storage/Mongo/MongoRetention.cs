using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Mongo;

/// <summary>Keeps TTL indexes as the settings say: the server removes what is older, about once a minute.</summary>
internal sealed class MongoRetention(MongoDatabase database, StoreOptions options)
{
    private const string IndexName = "retention";

    /// <summary>Creates, changes or drops the collections' TTL indexes.</summary>
    public async Task ApplyAsync(CancellationToken ct)
    {
        foreach (var collection in MongoSchema.Collections)
        {
            await ApplyAsync(collection, RetentionOf(collection), ct);
        }
    }

    private TimeSpan? RetentionOf(string collection) => collection switch
    {
        MongoSchema.RawPages or MongoSchema.RawPageParts => options.RawPageRetention,
        MongoSchema.Articles or MongoSchema.Listing => options.ArticleRetention,
        MongoSchema.Submissions => options.SubmissionRetention,
        MongoSchema.Rejections => options.RejectionRetention,
        MongoSchema.Signatures => options.SignatureRetention,
        MongoSchema.Stories => options.StoryRetention,
        _ => null,
    };

    private async Task ApplyAsync(string collection, TimeSpan? retention, CancellationToken ct)
    {
        var seconds = retention is { } time ? (long?)time.TotalSeconds : null;
        var stored = await StoredAsync(collection, ct);
        if (stored == seconds)
        {
            return;
        }

        // Dropped and made anew: collMod would do it in one step, but not every compatible server knows it. In between nothing
        // is removed, which is the safe side.
        if (stored is not null)
        {
            await DropAsync(collection, ct);
        }

        if (seconds is not null)
        {
            await database.RunAsync(
                MongoCommandKind.Write,
                new BsonDocument
                {
                    { "createIndexes", collection },
                    {
                        "indexes", new BsonArray
                        {
                            new BsonDocument
                            {
                                { "name", IndexName },
                                { "key", new BsonDocument(MongoSchema.DateOf(collection), 1) },
                                { "expireAfterSeconds", seconds },
                            },
                        }
                    },
                },
                ct);
        }
    }

    private async Task<long?> StoredAsync(string collection, CancellationToken ct)
    {
        try
        {
            var reply = await database.RunAsync(
                MongoCommandKind.Read, new BsonDocument { { "listIndexes", collection }, { "cursor", new BsonDocument() } }, ct);
            var index = reply["cursor"]["firstBatch"].AsBsonArray.FirstOrDefault(i => i["name"] == IndexName)?.AsBsonDocument;
            return index is not null && index.TryGetValue("expireAfterSeconds", out var seconds) ? seconds.ToInt64() : null;
        }
        catch (MongoFaultException e) when (e.Code == MongoCodes.NamespaceNotFound)
        {
            // Without indexes of its own a collection comes with its first document.
            return null;
        }
    }

    private async Task DropAsync(string collection, CancellationToken ct)
    {
        try
        {
            await database.RunAsync(
                MongoCommandKind.Write, new BsonDocument { { "dropIndexes", collection }, { "index", IndexName } }, ct);
        }
        catch (MongoFaultException e) when (e.Code == MongoCodes.IndexNotFound)
        {
            // Another process that starts at the same time was first.
        }
    }
}
