using MongoDB.Bson;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

/// <summary>Collection <c>listing</c>: the latest announced revision of each article, by what listings and searches filter on.</summary>
internal sealed class MongoListing(MongoDatabase database)
{
    private static readonly BsonDocument NewestFirst = new() { { "receivedAtTicks", -1 }, { "_id", -1 } };
    private static readonly BsonDocument Place = new() { { "revision", 1 }, { "receivedAtTicks", 1 } };

    private readonly MongoCollection _listing = new(database, MongoSchema.Listing);

    /// <summary>Lists a revision, unless a later one of its article is listed.</summary>
    public Task PutAsync(RevisionDocument revision, CancellationToken ct)
    {
        var document = new BsonDocument()
            .PutText("_id", revision.ArticleId)
            .Put("revision", revision.Revision)
            .PutTime("receivedAt", revision.Article.ReceivedAt)
            .PutText("source", revision.Article.Source)
            .PutText("storyId", revision.Story?.StoryId)
            .PutText("duplicate", revision.Duplicate?.Status)
            .Put("entities", new BsonArray((revision.Entities ?? []).Select(entity => new BsonDocument()
                .PutText("type", entity.Type)
                .PutText("name", entity.Name)
                .PutText("key", EntityKey.Of(entity.Name)))))
            .PutList("words", MongoWords.Of(revision.Article.Title, revision.Article.Text));
        return _listing.PutAsync(
            Filter.Id(revision.ArticleId).Put("revision", new BsonDocument("$lt", revision.Revision)), document, ct);
    }

    /// <summary>Whether a later revision of an article is listed.</summary>
    public async Task<bool> HoldsLaterAsync(string articleId, int revision, CancellationToken ct) =>
        await _listing.FindFirstAsync(
            Filter.Id(articleId).Put("revision", new BsonDocument("$gt", revision)), ct, projection: Place) is not null;

    /// <summary>Places of up to one article more than the query's limit, newest first.</summary>
    public async Task<List<(string ArticleId, int Revision, long Ticks)>> FindAsync(ArticleQuery query, CancellationToken ct)
    {
        var filter = Filter.Behind("receivedAtTicks", ListingCursor.DecodeOrStart(query.Cursor, ListingKind.Articles));
        var time = filter["receivedAtTicks"].AsBsonDocument;
        time.Put("$gte", query.From is { } from ? (BsonValue)from.UtcTicks : null);
        time.Put("$lt", query.To is { } to ? (BsonValue)to.UtcTicks : null);
        filter.PutText("source", query.Source)
            .PutText("storyId", query.StoryId)
            .PutText("duplicate", query.Duplicate)
            .PutText("entities.key", query.Entity is null ? null : EntityKey.Of(query.Entity));
        var words = MongoWords.OfQuery(query.Text);
        filter.Put("words", words.Count > 0 ? new BsonDocument("$all", new BsonArray(words)) : null);
        var found = await _listing.FindAsync(filter, NewestFirst, query.Limit + 1, ct, Place);
        return found.ConvertAll(d => (d.Text("_id"), d.Int("revision"), d["receivedAtTicks"].AsInt64));
    }

    /// <summary>
    /// Entities by number of articles. Counted on demand, over the articles that name one: a counter kept beside them could not
    /// be kept exact without transactions.
    /// </summary>
    public async Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(string? type, string? prefix, int limit, CancellationToken ct)
    {
        if (limit == 0)
        {
            return [];
        }

        var key = BsonFields.WellFormed(EntityKey.Of(prefix ?? ""));
        var range = new BsonDocument("$gte", key).Put("$lt", prefix is null ? null : (BsonValue)(key + EntityKey.AfterLastCharacter));
        var condition = new BsonDocument("entities.key", range).PutText("entities.type", type);
        var groups = await _listing.AggregateAsync(
            ct,
            new BsonDocument("$match", condition),
            new BsonDocument("$project", new BsonDocument("entities", 1)),
            new BsonDocument("$unwind", "$entities"),
            new BsonDocument("$match", condition),

            // An article may name an entity twice; it counts once.
            new BsonDocument("$group", new BsonDocument(
                "_id", new BsonDocument { { "article", "$_id" }, { "type", "$entities.type" }, { "name", "$entities.name" } })),
            new BsonDocument("$group", new BsonDocument
            {
                { "_id", new BsonDocument { { "type", "$_id.type" }, { "name", "$_id.name" } } },
                { "articles", new BsonDocument("$sum", 1) },
            }),
            new BsonDocument("$sort", new BsonDocument { { "articles", -1 }, { "_id.name", 1 }, { "_id.type", 1 } }),
            new BsonDocument("$limit", limit));
        return groups.ConvertAll(g => new EntityCount(
            g["_id"].AsBsonDocument.Text("type"), g["_id"].AsBsonDocument.Text("name"), g["articles"].ToInt64()));
    }
}
