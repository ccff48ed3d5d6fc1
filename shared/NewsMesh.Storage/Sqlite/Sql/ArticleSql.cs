namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table revisions.</summary>
internal static class ArticleSql
{
    /// <summary>What <see cref="RevisionRow"/> reads.</summary>
    public const string Columns = """
        r.doc, r.stages, r.entities, r.duplicate, r.story, r.announced_at, r.announced_at_offset, r.announced_for, r.superseded
        """;

    public const string Get = $"SELECT {Columns} FROM revisions r WHERE article_id = @article AND revision = @revision";

    public const string GetLatest = $"""
        SELECT {Columns} FROM revisions r WHERE article_id = @article ORDER BY revision DESC LIMIT 1
        """;

    public const string GetAll = $"SELECT {Columns} FROM revisions r WHERE article_id = @article ORDER BY revision";

    public const string FindBySubmission = $"""
        SELECT {Columns} FROM revisions r WHERE article_id = @article AND submission_id = @submission
        ORDER BY revision DESC LIMIT 1
        """;

    public const string Add = """
        INSERT INTO revisions (article_id, revision, submission_id, received_at, announced_at, announced_at_offset,
            announced_for, superseded, stages, entities, duplicate, story, doc)
        VALUES (@article, @revision, @submission, @received, @announced, @announcedOffset,
            @announcedFor, @superseded, @stages, @entities, @duplicate, @story, @doc)
        ON CONFLICT (article_id, revision) DO NOTHING
        """;

    public const string SetEntities = """
        UPDATE revisions SET entities = @entities, stages = json_insert(stages, '$[#]', json(@stage))
        WHERE article_id = @article AND revision = @revision AND entities IS NULL
        """;

    public const string SetDedup = """
        UPDATE revisions SET duplicate = @duplicate, story = @story, stages = json_insert(stages, '$[#]', json(@stage))
        WHERE article_id = @article AND revision = @revision AND duplicate IS NULL
        """;

    public const string Claim = """
        UPDATE revisions SET claim_owner = @owner, claim_until = @until
        WHERE article_id = @article AND revision = @revision AND announced_at IS NULL AND superseded = 0
            AND (claim_owner IS NULL OR claim_owner = @owner OR claim_until <= @now)
            AND NOT EXISTS (
                SELECT 1 FROM revisions later
                WHERE later.article_id = @article AND later.revision > @revision AND later.announced_at IS NOT NULL)
        """;

    /// <summary>Why a claim was refused: announced, overtaken.</summary>
    public const string ClaimState = """
        SELECT announced_at IS NOT NULL, superseded OR EXISTS (
            SELECT 1 FROM revisions later
            WHERE later.article_id = @article AND later.revision > @revision AND later.announced_at IS NOT NULL)
        FROM revisions WHERE article_id = @article AND revision = @revision
        """;

    public const string SetAnnounced = """
        UPDATE revisions SET announced_at = @at, announced_at_offset = @offset, announced_for = @submission
        WHERE article_id = @article AND revision = @revision AND announced_at IS NULL
        """;

    public const string SetSuperseded = """
        UPDATE revisions SET superseded = 1
        WHERE article_id = @article AND revision = @revision AND announced_at IS NULL
        """;

    public const string FindUnannounced = $"""
        SELECT {Columns} FROM revisions r WHERE announced_at IS NULL AND superseded = 0 AND received_at < @before
        ORDER BY received_at, article_id, revision LIMIT @limit + 0
        """;
}
