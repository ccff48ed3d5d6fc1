using Microsoft.Data.Sqlite;
using NewsMesh.Storage.Documents;
using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

internal sealed class SqliteSubmissionStore(SqliteDatabase database) : ISubmissionStore
{
    public Task<SubmissionDocument> ReceiveAsync(SubmissionDocument submission, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return database.WriteAsync(
            session =>
            {
                session.Execute(
                    SubmissionSql.Receive,
                    ("@id", submission.SubmissionId),
                    ("@key", submission.MessageKey),
                    ("@generated", submission.GeneratedId),
                    ("@body", submission.BodySha256),
                    ("@url", submission.Url),
                    ("@received", submission.ReceivedAt.UtcTicks),
                    ("@receivedOffset", SqliteColumns.OffsetMinutes(submission.ReceivedAt)),
                    ("@article", submission.ArticleId),
                    ("@raw", submission.RawId),
                    ("@revision", submission.Revision),
                    ("@status", submission.Status),
                    ("@stage", submission.Stage),
                    ("@reason", submission.Reason),
                    ("@detail", submission.Detail),
                    ("@finished", submission.FinishedAt?.UtcTicks),
                    ("@finishedOffset", SqliteColumns.OffsetMinutes(submission.FinishedAt)),
                    ("@trace", submission.TraceId));
                return session.First(SubmissionSql.Get, Map, ("@id", submission.SubmissionId))!;
            },
            ct);
    }

    public Task<SubmissionDocument?> GetAsync(string submissionId, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(SubmissionSql.Get, Map, ("@id", submissionId)), ct);

    public Task<SubmissionDocument?> FindPendingByBodyAsync(string bodySha256, CancellationToken ct = default) =>
        database.ReadAsync(session => session.First(SubmissionSql.FindPendingByBody, Map, ("@body", bodySha256)), ct);

    public Task SetArticleAsync(string submissionId, string articleId, string? rawId, CancellationToken ct = default) =>
        database.WriteAsync(
            session => session.Execute(SubmissionSql.SetArticle, ("@id", submissionId), ("@article", articleId), ("@raw", rawId)), ct);

    public Task<bool> TrySetOutcomeAsync(SubmissionOutcome outcome, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        SubmissionStatus.RequireFinal(outcome.Status, nameof(outcome));
        return database.WriteAsync(
            session => session.Execute(
                SubmissionSql.SetOutcome,
                ("@id", outcome.SubmissionId),
                ("@status", outcome.Status),
                ("@finished", outcome.FinishedAt.UtcTicks),
                ("@finishedOffset", SqliteColumns.OffsetMinutes(outcome.FinishedAt)),
                ("@article", outcome.ArticleId),
                ("@revision", outcome.Revision),
                ("@stage", outcome.Stage),
                ("@reason", outcome.Reason),
                ("@detail", outcome.Detail)) == 1,
            ct);
    }

    public Task<IReadOnlyList<SubmissionDocument>> FindPendingAsync(
        DateTimeOffset receivedBefore, int limit, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return database.ReadAsync<IReadOnlyList<SubmissionDocument>>(
            session => session.All(SubmissionSql.FindPending, Map, ("@before", receivedBefore.UtcTicks), ("@limit", limit)), ct);
    }

    public Task<IReadOnlyDictionary<string, long>> CountByStatusAsync(CancellationToken ct = default) =>
        database.ReadAsync<IReadOnlyDictionary<string, long>>(
            session => session.All(SubmissionSql.CountByStatus, row => (Status: row.GetString(0), Count: row.GetInt64(1)))
                .ToDictionary(r => r.Status, r => r.Count, StringComparer.Ordinal),
            ct);

    private static SubmissionDocument Map(SqliteDataReader row) => new()
    {
        SubmissionId = row.GetString(0),
        MessageKey = row.GetString(1),
        GeneratedId = row.GetBoolean(2),
        BodySha256 = row.GetString(3),
        Url = row.GetStringOrNull(4),
        ReceivedAt = row.GetTime(5),
        ArticleId = row.GetStringOrNull(7),
        RawId = row.GetStringOrNull(8),
        Revision = row.GetInt32OrNull(9),
        Status = row.GetString(10),
        Stage = row.GetStringOrNull(11),
        Reason = row.GetStringOrNull(12),
        Detail = row.GetStringOrNull(13),
        FinishedAt = row.GetTimeOrNull(14),
        TraceId = row.GetString(16),
    };
}
