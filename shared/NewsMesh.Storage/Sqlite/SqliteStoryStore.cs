using Microsoft.Data.Sqlite;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

internal sealed class SqliteStoryStore(SqliteDatabase database) : IStoryStore
{
    public Task<StoryDocument?> GetAsync(string storyId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(StorySql.Get, Map, ("@id", storyId)), ct);

    public Task<IReadOnlyList<StoryDocument>> FindByTermsAsync(
        IReadOnlyList<long> terms, DateTimeOffset lastFrom, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.ReadAsync<IReadOnlyList<StoryDocument>>(
            session => session.All(
                StorySql.FindByTerms,
                Map,
                ("@terms", SqliteJson.Write(terms)),
                ("@from", lastFrom.UtcTicks),
                ("@perTerm", IStoryStore.StoriesPerTerm - 1),
                ("@limit", limit)),
            ct);
    }

    public Task<bool> TryPutAsync(StoryDocument story, long expectedVersion, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        return database.WriteAsync(
            session => session.Execute(
                expectedVersion == 0 ? StorySql.Add : StorySql.Replace,
                ("@id", story.StoryId),
                ("@version", expectedVersion + 1),
                ("@last", story.LastAt.UtcTicks),
                ("@merged", story.MergedInto),
                ("@terms", SqliteJson.Write(story.Terms)),
                ("@articles", SqliteJson.Write(story.ArticleIds)),
                ("@doc", SqliteJson.Write(story with { Terms = [], ArticleIds = [], State = [], Version = 0 })),
                ("@state", story.State)) == 1,
            ct);
    }

    public Task<StoryDocument?> FindByArticleAsync(string articleId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(StorySql.FindByArticle, Map, ("@article", articleId)), ct);

    public Task<Page<StoryDocument>> ListAsync(int limit, string? cursor, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var after = ListingCursor.DecodeOrStart(cursor, ListingKind.Stories);
        return database.ReadAsync(
            session => ListingCursor.ToPage(
                session.All(StorySql.List, Map, ("@last", after.Ticks), ("@id", after.Id), ("@limit", limit + 1L)),
                limit,
                story => new ListingCursor(ListingKind.Stories, story.LastAt.UtcTicks, story.StoryId)),
            ct);
    }

    private static StoryDocument Map(SqliteDataReader row) => SqliteJson.Read<StoryDocument>(row.GetString(3)) with
    {
        Version = row.GetInt64(0),
        Terms = SqliteJson.Read<IReadOnlyList<long>>(row.GetString(1)),
        ArticleIds = SqliteJson.Read<IReadOnlyList<string>>(row.GetString(2)),
        State = row.GetFieldValue<byte[]>(4),
    };
}
