namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table signatures; triggers keep table bands in step.</summary>
internal static class SignatureSql
{
    private const string Columns = """
        s.article_id, s.revision, s.received_at, s.received_at_offset, s.published_at, s.published_at_offset, s.source,
        s.signature_version, s.signature, s.bands, s.cluster_id, s.duplicate_of, s.similarity, s.status
        """;

    public const string Add = """
        INSERT INTO signatures (article_id, revision, received_at, received_at_offset, published_at, published_at_offset,
            source, signature_version, signature, bands, cluster_id, duplicate_of, similarity, status)
        VALUES (@article, @revision, @received, @receivedOffset, @published, @publishedOffset,
            @source, @version, @signature, @bands, @cluster, @of, @similarity, @status)
        ON CONFLICT (article_id) DO UPDATE SET
            revision = excluded.revision, received_at = excluded.received_at,
            received_at_offset = excluded.received_at_offset, published_at = excluded.published_at,
            published_at_offset = excluded.published_at_offset, source = excluded.source,
            signature_version = excluded.signature_version, signature = excluded.signature, bands = excluded.bands,
            cluster_id = NULL, duplicate_of = NULL, similarity = NULL, status = NULL
        WHERE excluded.revision > revision
        """;

    public const string Get = $"SELECT {Columns} FROM signatures s WHERE article_id = @article";

    // Ranks on the narrow columns first: of thousands that share a band, only the chosen ones' signatures are read and sorted.
    public const string FindCandidates = $"""
        WITH shared AS (
            SELECT signature_id, count(*) AS bands FROM bands
            WHERE band IN (SELECT value FROM json_each(@bands)) AND received_at >= @from
            GROUP BY signature_id),
        chosen AS (
            SELECT shared.signature_id, shared.bands FROM shared CROSS JOIN signatures s USING (signature_id)
            ORDER BY shared.bands DESC, s.received_at, s.article_id LIMIT @limit)
        SELECT {Columns} FROM chosen CROSS JOIN signatures s USING (signature_id)
        ORDER BY chosen.bands DESC, s.received_at, s.article_id
        """;

    public const string Place = """
        UPDATE signatures SET cluster_id = @cluster, duplicate_of = @of, similarity = @similarity, status = @status
        WHERE article_id = @article AND cluster_id IS @oldCluster AND duplicate_of IS @oldOf
            AND similarity IS @oldSimilarity AND status IS @oldStatus
        """;

    public const string GetCluster = $"""
        SELECT {Columns} FROM signatures s WHERE cluster_id = @cluster ORDER BY received_at, article_id LIMIT @limit
        """;

    public const string RemoveBefore = """
        DELETE FROM signatures WHERE signature_id IN (
            SELECT signature_id FROM signatures WHERE received_at < @before ORDER BY received_at LIMIT @limit)
        """;
}
