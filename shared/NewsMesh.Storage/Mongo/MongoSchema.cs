using MongoDB.Bson;

namespace NewsMesh.Storage.Mongo;

/// <summary>Collections and indexes. Every query of the store finds its documents by one of these or by <c>_id</c>.</summary>
internal static class MongoSchema
{
    /// <summary>Of this build. A database with a higher one is refused; one with a lower one is brought up to it.</summary>
    public const int Version = 1;

    public const string Meta = "meta";
    public const string Submissions = "submissions";
    public const string RawPages = "rawPages";
    public const string RawPageParts = "rawPageParts";
    public const string Articles = "articles";
    public const string Listing = "listing";
    public const string Rejections = "rejections";
    public const string Signatures = "signatures";
    public const string Stories = "stories";

    /// <summary>All collections with documents of the stages.</summary>
    public static readonly IReadOnlyList<string> Collections =
        [Submissions, RawPages, RawPageParts, Articles, Listing, Rejections, Signatures, Stories];

    /// <summary>Indexes of version 1: collection, name, keys.</summary>
    public static readonly IReadOnlyList<(string Collection, string Name, BsonDocument Keys)> Indexes =
    [
        (Articles, "byArticle", Keys("articleId", "revision")),
        (Articles, "bySubmission", Keys("articleId", "submissionId", "-revision")),
        (Articles, "open", Keys("openTicks", "_id")),
        (Listing, "byTime", Keys("-receivedAtTicks", "-_id")),
        (Listing, "bySource", Keys("source", "-receivedAtTicks", "-_id")),
        (Listing, "byStory", Keys("storyId", "-receivedAtTicks", "-_id")),
        (Listing, "byDuplicate", Keys("duplicate", "-receivedAtTicks", "-_id")),
        (Listing, "byEntity", Keys("entities.key", "-receivedAtTicks", "-_id")),
        (Listing, "byWord", Keys("words", "-receivedAtTicks", "-_id")),
        (Submissions, "byStatus", Keys("status", "receivedAtTicks", "_id")),
        (Submissions, "byBody", Keys("bodySha256", "status", "receivedAtTicks")),
        (Rejections, "byTime", Keys("-receivedAtTicks", "-_id")),
        (Rejections, "byReason", Keys("reason")),
        (Signatures, "byBand", Keys("bands", "receivedAtTicks")),
        (Signatures, "byCluster", Keys("placement.clusterId", "receivedAtTicks", "_id")),
        (Signatures, "byTime", Keys("receivedAtTicks", "_id")),
        (Signatures, "byVersion", Keys("signatureVersion", "_id")),
        (Stories, "byTerm", Keys("terms", "-lastAtTicks")),
        (Stories, "byArticle", Keys("articleIds", "-lastAtTicks")),
        (Stories, "byTime", Keys("-lastAtTicks", "-_id")),
    ];

    /// <summary>The date that retention counts from.</summary>
    public static string DateOf(string collection) => collection == Stories ? "lastAt" : "receivedAt";

    private static BsonDocument Keys(params string[] fields) => new(fields.Select(field => field.StartsWith('-')
        ? new BsonElement(field[1..], -1)
        : new BsonElement(field, 1)));
}
