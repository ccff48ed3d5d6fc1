using MongoDB.Bson;
using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

/// <summary>Revisions; every filter of a write names the article too, which a sharded collection is spread by.</summary>
internal sealed class MongoArticleStore(MongoDatabase database) : IArticleStore
{
    private readonly MongoCollection _articles = new(database, MongoSchema.Articles);
    private readonly MongoListing _listing = new(database);

    public async Task<RevisionDocument?> GetAsync(string articleId, int revision, CancellationToken ct = default) =>
        Map(await _articles.FindFirstAsync(Key(articleId, revision), ct));

    public async Task<RevisionDocument?> GetLatestAsync(string articleId, CancellationToken ct = default) =>
        Map(await _articles.FindFirstAsync(Of(articleId), ct, new BsonDocument("revision", -1)));

    public async Task<IReadOnlyList<RevisionDocument>> GetRevisionsAsync(string articleId, CancellationToken ct = default)
    {
        var found = await _articles.FindAsync(Of(articleId), new BsonDocument("revision", 1), null, ct);
        return [.. found.Select(RevisionBson.Read)];
    }

    public async Task<RevisionDocument?> FindBySubmissionAsync(string articleId, string submissionId, CancellationToken ct = default) =>
        Map(await _articles.FindFirstAsync(
            Of(articleId).PutText("submissionId", submissionId), ct, new BsonDocument("revision", -1)));

    public async Task<bool> TryAddAsync(RevisionDocument revision, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        if (revision.AnnouncedAt is not null)
        {
            // Before the revision, so that a crash between the two leaves nothing that a repeat would not mend.
            await _listing.PutAsync(revision, ct);
        }

        return await _articles.TryInsertAsync(RevisionBson.Write(revision), ct, MongoLimits.RevisionBytes);
    }

    public Task<bool> TrySetEntitiesAsync(
        string articleId, int revision, IReadOnlyList<Entity> entities, StageRecord stage, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var result = new BsonDocument("entities", RevisionBson.Write(entities));
        MongoSizes.Require(result, "entities", MongoLimits.EntitiesBytes);
        return SetResultAsync(articleId, revision, "entities", result, stage, ct);
    }

    public Task<bool> TrySetDedupAsync(
        string articleId, int revision, Duplicate duplicate, Story story, StageRecord stage, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(duplicate);
        ArgumentNullException.ThrowIfNull(story);
        var result = new BsonDocument { { "duplicate", RevisionBson.Write(duplicate) }, { "story", RevisionBson.Write(story) } };
        return SetResultAsync(articleId, revision, "duplicate", result, stage, ct);
    }

    public async Task<AnnouncementClaim> ClaimAnnouncementAsync(
        string articleId, int revision, string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken ct = default)
    {
        // A look at a second document: a later revision may be announced a moment after it as well as a moment before.
        var overtaken = await _listing.HoldsLaterAsync(articleId, revision, ct);
        var granted = !overtaken && await _articles.UpdateAsync(
            Key(articleId, revision)
                .Put("announcedAt", Filter.Missing)
                .Put("superseded", Filter.Missing)
                .Put("$or", new BsonArray
                {
                    new BsonDocument("claim", Filter.Missing),
                    new BsonDocument("claim.owner", BsonFields.WellFormed(owner)),
                    new BsonDocument("claim.untilTicks", new BsonDocument("$lte", now.UtcTicks)),
                }),
            new BsonDocument("$set", new BsonDocument(
                "claim", new BsonDocument().PutText("owner", owner).PutTime("until", leaseUntil))),
            ct);
        if (granted)
        {
            return AnnouncementClaim.Granted;
        }

        var stored = await GetAsync(articleId, revision, ct)
            ?? throw new KeyNotFoundException($"There is no revision {revision} of article {articleId}.");
        return stored switch
        {
            { AnnouncedAt: not null } => AnnouncementClaim.AlreadyAnnounced,
            { Superseded: true } => AnnouncementClaim.Superseded,
            _ => overtaken ? AnnouncementClaim.Superseded : AnnouncementClaim.HeldByAnother,
        };
    }

    public async Task SetAnnouncedAsync(
        string articleId, int revision, string submissionId, DateTimeOffset announcedAt, CancellationToken ct = default)
    {
        if (await GetAsync(articleId, revision, ct) is not { AnnouncedAt: null } stored)
        {
            return;
        }

        // Listed before it is marked: a crash between the two is followed by a redelivery, which does both again.
        await _listing.PutAsync(stored, ct);
        await _articles.UpdateAsync(
            Key(articleId, revision).Put("announcedAt", Filter.Missing),
            new BsonDocument
            {
                { "$set", new BsonDocument().PutTime("announcedAt", announcedAt).PutText("announcedFor", submissionId) },
                { "$unset", new BsonDocument(RevisionBson.OpenTicks, "") },
            },
            ct);
    }

    public Task SetSupersededAsync(string articleId, int revision, CancellationToken ct = default) =>
        _articles.UpdateAsync(
            Key(articleId, revision).Put("announcedAt", Filter.Missing),
            new BsonDocument
            {
                { "$set", new BsonDocument("superseded", true) },
                { "$unset", new BsonDocument(RevisionBson.OpenTicks, "") },
            },
            ct);

    public async Task<IReadOnlyList<RevisionDocument>> FindUnannouncedAsync(
        DateTimeOffset receivedBefore, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var found = await _articles.FindAsync(
            new BsonDocument(RevisionBson.OpenTicks, Filter.Before(receivedBefore)),
            new BsonDocument { { RevisionBson.OpenTicks, 1 }, { "_id", 1 } },
            limit,
            ct);
        return [.. found.Select(RevisionBson.Read)];
    }

    public async Task<Page<RevisionDocument>> SearchAsync(ArticleQuery query, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ArticleQuery.MaxLimit);
        var listed = ListingCursor.ToPage(
            await _listing.FindAsync(query, ct), query.Limit, last => new ListingCursor(ListingKind.Articles, last.Ticks, last.ArticleId));
        var found = await _articles.FindByIdsAsync(
            [.. listed.Items.Select(item => (BsonValue)RevisionBson.Id(item.ArticleId, item.Revision))], ct);
        return new Page<RevisionDocument>([.. found.Select(RevisionBson.Read)], listed.NextCursor);
    }

    public Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(
        string? type, string? prefix, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return _listing.CountEntitiesAsync(type, prefix, limit, ct);
    }

    private static BsonDocument Of(string articleId) => new BsonDocument().PutText("articleId", articleId);

    private static BsonDocument Key(string articleId, int revision) =>
        new BsonDocument("_id", RevisionBson.Id(articleId, revision)).PutText("articleId", articleId);

    private static RevisionDocument? Map(BsonDocument? document) => document is null ? null : RevisionBson.Read(document);

    /// <summary>Stores a stage's result where there is none yet.</summary>
    private Task<bool> SetResultAsync(
        string articleId, int revision, string field, BsonDocument result, StageRecord stage, CancellationToken ct) =>
        _articles.UpdateAsync(
            Key(articleId, revision).Put(field, Filter.Missing),
            new BsonDocument { { "$set", result }, { "$push", new BsonDocument("stages", RevisionBson.Write(stage)) } },
            ct);
}
