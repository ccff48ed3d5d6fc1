using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

internal sealed class SqliteArticleStore(SqliteDatabase database) : IArticleStore
{
    public Task<RevisionDocument?> GetAsync(string articleId, int revision, CancellationToken ct = default) =>
        database.ReadAsync(session => Get(session, articleId, revision), ct);

    public Task<RevisionDocument?> GetLatestAsync(string articleId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(ArticleSql.GetLatest, RevisionRow.Map, ("@article", articleId)), ct);

    public Task<IReadOnlyList<RevisionDocument>> GetRevisionsAsync(string articleId, CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyList<RevisionDocument>>(
            session => session.All(ArticleSql.GetAll, RevisionRow.Map, ("@article", articleId)), ct);

    public Task<RevisionDocument?> FindBySubmissionAsync(string articleId, string submissionId, CancellationToken ct = default) =>
        database.ReadAsync(
            session => session.First(
                ArticleSql.FindBySubmission, RevisionRow.Map, ("@article", articleId), ("@submission", submissionId)),
            ct);

    public Task<bool> TryAddAsync(RevisionDocument revision, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        return database.WriteAsync(
            session =>
            {
                var added = session.Execute(
                    ArticleSql.Add,
                    ("@article", revision.ArticleId),
                    ("@revision", revision.Revision),
                    ("@submission", revision.SubmissionId),
                    ("@received", revision.Article.ReceivedAt.UtcTicks),
                    ("@announced", revision.AnnouncedAt?.UtcTicks),
                    ("@announcedOffset", SqliteColumns.OffsetMinutes(revision.AnnouncedAt)),
                    ("@announcedFor", revision.AnnouncedFor),
                    ("@superseded", revision.Superseded),
                    ("@stages", SqliteJson.Write(revision.Stages)),
                    ("@entities", revision.Entities is { } entities ? SqliteJson.Write(entities) : null),
                    ("@duplicate", revision.Duplicate is { } duplicate ? SqliteJson.Write(duplicate) : null),
                    ("@story", revision.Story is { } story ? SqliteJson.Write(story) : null),
                    ("@doc", RevisionRow.Fixed(revision))) == 1;
                if (added && revision.AnnouncedAt is not null)
                {
                    SqliteListing.Put(session, revision);
                }

                return added;
            },
            ct);
    }

    public Task<bool> TrySetEntitiesAsync(
        string articleId, int revision, IReadOnlyList<Entity> entities, StageRecord stage, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        return database.WriteAsync(
            session => session.Execute(
                ArticleSql.SetEntities,
                ("@article", articleId),
                ("@revision", revision),
                ("@entities", SqliteJson.Write(entities)),
                ("@stage", SqliteJson.Write(stage))) == 1,
            ct);
    }

    public Task<bool> TrySetDedupAsync(
        string articleId, int revision, Duplicate duplicate, Story story, StageRecord stage, CancellationToken ct = default) =>
        database.WriteAsync(
            session => session.Execute(
                ArticleSql.SetDedup,
                ("@article", articleId),
                ("@revision", revision),
                ("@duplicate", SqliteJson.Write(duplicate)),
                ("@story", SqliteJson.Write(story)),
                ("@stage", SqliteJson.Write(stage))) == 1,
            ct);

    public Task<AnnouncementClaim> ClaimAnnouncementAsync(
        string articleId, int revision, string owner, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken ct = default) =>
        database.WriteAsync(
            session =>
            {
                var granted = session.Execute(
                    ArticleSql.Claim,
                    ("@article", articleId),
                    ("@revision", revision),
                    ("@owner", owner),
                    ("@now", now.UtcTicks),
                    ("@until", leaseUntil.UtcTicks)) == 1;
                return granted ? AnnouncementClaim.Granted : WhyRefused(session, articleId, revision);
            },
            ct);

    public Task SetAnnouncedAsync(
        string articleId, int revision, string submissionId, DateTimeOffset announcedAt, CancellationToken ct = default) =>
        database.WriteAsync(
            session =>
            {
                var first = session.Execute(
                    ArticleSql.SetAnnounced,
                    ("@article", articleId),
                    ("@revision", revision),
                    ("@submission", submissionId),
                    ("@at", announcedAt.UtcTicks),
                    ("@offset", SqliteColumns.OffsetMinutes(announcedAt))) == 1;
                if (first)
                {
                    SqliteListing.Put(session, Get(session, articleId, revision)!);
                }

                return first;
            },
            ct);

    public Task SetSupersededAsync(string articleId, int revision, CancellationToken ct = default) =>
        database.WriteAsync(
            session => session.Execute(ArticleSql.SetSuperseded, ("@article", articleId), ("@revision", revision)), ct);

    public Task<IReadOnlyList<RevisionDocument>> FindUnannouncedAsync(
        DateTimeOffset receivedBefore, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.ReadAsync<IReadOnlyList<RevisionDocument>>(
            session => session.All(
                ArticleSql.FindUnannounced, RevisionRow.Map, ("@before", receivedBefore.UtcTicks), ("@limit", limit)),
            ct);
    }

    public Task<Page<RevisionDocument>> SearchAsync(ArticleQuery query, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, ArticleQuery.MaxLimit);
        var (sql, parameters) = ArticleSearch.Build(query);
        return database.ReadAsync(
            session => ListingCursor.ToPage(
                session.All(sql, RevisionRow.Map, parameters),
                query.Limit,
                last => new ListingCursor(ListingKind.Articles, last.Article.ReceivedAt.UtcTicks, last.ArticleId)),
            ct);
    }

    public Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(
        string? type, string? prefix, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.ReadAsync(session => EntityCounts.Find(session, type, prefix, limit), ct);
    }

    private static RevisionDocument? Get(SqliteSession session, string articleId, int revision) =>
        session.First(ArticleSql.Get, RevisionRow.Map, ("@article", articleId), ("@revision", revision));

    private static AnnouncementClaim WhyRefused(SqliteSession session, string articleId, int revision)
    {
        var state = session.First(
            ArticleSql.ClaimState,
            row => (Exists: true, Announced: row.GetBoolean(0), Overtaken: row.GetBoolean(1)),
            ("@article", articleId),
            ("@revision", revision));
        return state switch
        {
            { Exists: false } => throw new KeyNotFoundException($"There is no revision {revision} of article {articleId}."),
            { Announced: true } => AnnouncementClaim.AlreadyAnnounced,
            { Overtaken: true } => AnnouncementClaim.Superseded,
            _ => AnnouncementClaim.HeldByAnother,
        };
    }
}
