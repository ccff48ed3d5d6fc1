namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table submissions.</summary>
internal static class SubmissionSql
{
    private const string Columns = """
        submission_id, message_key, generated_id, body_sha256, url, received_at, received_at_offset, article_id, raw_id,
        revision, status, stage, reason, detail, finished_at, finished_at_offset, trace_id
        """;

    public const string Receive = $"""
        INSERT INTO submissions ({Columns})
        VALUES (@id, @key, @generated, @body, @url, @received, @receivedOffset, @article, @raw,
            @revision, @status, @stage, @reason, @detail, @finished, @finishedOffset, @trace)
        ON CONFLICT (submission_id) DO UPDATE SET
            message_key = excluded.message_key, generated_id = excluded.generated_id, body_sha256 = excluded.body_sha256,
            url = excluded.url, received_at = excluded.received_at, received_at_offset = excluded.received_at_offset,
            article_id = excluded.article_id, raw_id = excluded.raw_id, revision = excluded.revision,
            status = excluded.status, stage = excluded.stage, reason = excluded.reason, detail = excluded.detail,
            finished_at = excluded.finished_at, finished_at_offset = excluded.finished_at_offset, trace_id = excluded.trace_id
        WHERE message_key <> excluded.message_key
        """;

    public const string Get = $"SELECT {Columns} FROM submissions WHERE submission_id = @id";

    public const string FindPendingByBody = $"""
        SELECT {Columns} FROM submissions WHERE body_sha256 = @body AND status = 'pending' AND generated_id = 1
        ORDER BY received_at, submission_id LIMIT 1
        """;

    public const string SetArticle = """
        UPDATE submissions SET article_id = @article, raw_id = coalesce(@raw, raw_id)
        WHERE submission_id = @id AND status = 'pending'
        """;

    public const string SetOutcome = """
        UPDATE submissions SET status = @status, finished_at = @finished, finished_at_offset = @finishedOffset,
            article_id = coalesce(@article, article_id), revision = coalesce(@revision, revision),
            stage = @stage, reason = @reason, detail = @detail
        WHERE submission_id = @id AND status IN ('pending', 'dead-lettered')
        """;

    public const string FindPending = $"""
        SELECT {Columns} FROM submissions WHERE status = 'pending' AND received_at < @before
        ORDER BY received_at, submission_id LIMIT @limit + 0
        """;

    public const string CountByStatus = "SELECT status, count(*) FROM submissions GROUP BY status";
}
