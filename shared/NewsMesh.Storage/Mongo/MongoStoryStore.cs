using MongoDB.Bson;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

internal sealed class MongoStoryStore(MongoDatabase database) : IStoryStore
{
    private static readonly BsonDocument LatestFirst = new() { { "lastAtTicks", -1 }, { "_id", 1 } };
    private static readonly BsonDocument NewestFirst = new() { { "lastAtTicks", -1 }, { "_id", -1 } };

    private readonly MongoCollection _stories = new(database, MongoSchema.Stories);

    public async Task<StoryDocument?> GetAsync(string storyId, CancellationToken ct = default) =>
        Map(await _stories.FindFirstAsync(Filter.Id(storyId), ct));

    public async Task<IReadOnlyList<StoryDocument>> FindByTermsAsync(
        IReadOnlyList<long> terms, DateTimeOffset lastFrom, int limit, CancellationToken ct = default)
    {
        var open = new SharedKeys(_stories, "terms", "lastAtTicks", IStoryStore.StoriesPerTerm, new BsonDocument("mergedInto", Filter.Missing), rareFirst: false);
        var found = await open.FindAsync(terms, lastFrom, earliestFirst: false, limit, ct);
        return [.. found.Select(StoryBson.Read)];
    }

    public Task<bool> TryPutAsync(StoryDocument story, long expectedVersion, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        var document = StoryBson.Write(story, expectedVersion + 1);
        return expectedVersion == 0
            ? _stories.TryInsertAsync(document, ct)
            : _stories.ReplaceAsync(Filter.Id(story.StoryId).Put("version", expectedVersion), document, ct);
    }

    public async Task<StoryDocument?> FindByArticleAsync(string articleId, CancellationToken ct = default) =>
        Map(await _stories.FindFirstAsync(
            new BsonDocument { { "articleIds", BsonFields.WellFormed(articleId) }, { "mergedInto", Filter.Missing } },
            ct,
            LatestFirst));

    public async Task<Page<StoryDocument>> ListAsync(int limit, string? cursor, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var after = ListingCursor.DecodeOrStart(cursor, ListingKind.Stories);
        var found = await _stories.FindAsync(
            Filter.Behind("lastAtTicks", after).Put("mergedInto", Filter.Missing),
            NewestFirst,
            limit == int.MaxValue ? null : limit + 1,
            ct);
        return ListingCursor.ToPage(
            found.ConvertAll(StoryBson.Read),
            limit,
            story => new ListingCursor(ListingKind.Stories, story.LastAt.UtcTicks, story.StoryId));
    }

    private static StoryDocument? Map(BsonDocument? document) => document is null ? null : StoryBson.Read(document);
}
