namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table signatures and the bands of each, which triggers remove with it.</summary>
internal static class SignatureSql
{
    private const string ColumnsWithoutBands = """
        s.article_id, s.revision, s.received_at, s.received_at_offset, s.published_at, s.published_at_offset, s.source,
        s.signature_version, s.signature, s.cluster_id, s.duplicate_of, s.similarity, s.status, s.match_id
        """;

    private const string Columns =
        $"{ColumnsWithoutBands}, (SELECT b.bands FROM band_lists b WHERE b.signature_id = s.signature_id) AS bands";

    /// <summary>A list of bands, whose id the signature then takes.</summary>
    public const string AddBands = "INSERT INTO band_lists (received_at, bands) VALUES (@received, @bands) RETURNING signature_id";

    public const string RemoveBands = "DELETE FROM band_lists WHERE signature_id = @id";

    public const string BandsAfter =
        "SELECT signature_id, received_at, bands FROM band_lists WHERE signature_id > @after ORDER BY signature_id";

    public const string Add = """
        INSERT INTO signatures (signature_id, article_id, revision, received_at, received_at_offset, published_at,
            published_at_offset, source, signature_version, signature, cluster_id, duplicate_of, similarity, status, match_id)
        VALUES (@id, @article, @revision, @received, @receivedOffset, @published,
            @publishedOffset, @source, @version, @signature, @cluster, @of, @similarity, @status, @match)
        ON CONFLICT (article_id) DO UPDATE SET
            signature_id = excluded.signature_id, revision = excluded.revision, received_at = excluded.received_at,
            received_at_offset = excluded.received_at_offset, published_at = excluded.published_at,
            published_at_offset = excluded.published_at_offset, source = excluded.source,
            signature_version = excluded.signature_version, signature = excluded.signature,
            cluster_id = NULL, duplicate_of = NULL, similarity = NULL, status = NULL, match_id = NULL
        WHERE excluded.revision > revision
        """;

    public const string Get = $"SELECT {Columns} FROM signatures s WHERE article_id = @article";

    /// <summary>Signatures by id, in the order of the ids; those that were replaced or removed are left out.</summary>
    public const string GetMany = $"""
        SELECT {ColumnsWithoutBands}, s.signature_id FROM json_each(@ids) given
        CROSS JOIN signatures s ON s.signature_id = given.value
        ORDER BY given.key
        """;

    public const string Place = """
        UPDATE signatures SET cluster_id = @cluster, duplicate_of = @of, similarity = @similarity, status = @status,
            match_id = @match
        WHERE article_id = @article AND cluster_id IS @oldCluster AND duplicate_of IS @oldOf
            AND similarity IS @oldSimilarity AND status IS @oldStatus AND match_id IS @oldMatch
        """;

    public const string GetCluster = $"""
        SELECT {Columns} FROM signatures s WHERE cluster_id = @cluster ORDER BY received_at, article_id LIMIT @limit + 0
        """;

    public const string Recent = $"SELECT {Columns} FROM signatures s ORDER BY received_at DESC LIMIT @limit + 0";

    public const string Outdated = $"""
        SELECT {Columns} FROM signatures s
        WHERE signature_version < @below AND (signature_version, article_id) > (@afterVersion, @afterArticle)
        ORDER BY signature_version, article_id LIMIT @limit + 0
        """;

    public const string Upgrade = """
        UPDATE signatures SET signature_id = @id, signature_version = @version, signature = @signature
        WHERE article_id = @article AND revision = @revision AND signature_version < @version
        """;

    public const string RemoveBefore = """
        DELETE FROM signatures WHERE signature_id IN (
            SELECT signature_id FROM signatures WHERE received_at < @before ORDER BY received_at LIMIT @limit + 0)
        """;
}
