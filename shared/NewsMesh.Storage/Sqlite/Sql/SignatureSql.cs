namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table signatures; triggers keep table bands in step.</summary>
internal static class SignatureSql
{
    private const string ColumnsWithoutBands = """
        s.article_id, s.revision, s.received_at, s.received_at_offset, s.published_at, s.published_at_offset, s.source,
        s.signature_version, s.signature, s.cluster_id, s.duplicate_of, s.similarity, s.status, s.match_id
        """;

    private const string Columns = $"{ColumnsWithoutBands}, s.bands";

    public const string Add = """
        INSERT INTO signatures (article_id, revision, received_at, received_at_offset, published_at, published_at_offset,
            source, signature_version, signature, bands, cluster_id, duplicate_of, similarity, status, match_id)
        VALUES (@article, @revision, @received, @receivedOffset, @published, @publishedOffset,
            @source, @version, @signature, @bands, @cluster, @of, @similarity, @status, @match)
        ON CONFLICT (article_id) DO UPDATE SET
            revision = excluded.revision, received_at = excluded.received_at,
            received_at_offset = excluded.received_at_offset, published_at = excluded.published_at,
            published_at_offset = excluded.published_at_offset, source = excluded.source,
            signature_version = excluded.signature_version, signature = excluded.signature, bands = excluded.bands,
            cluster_id = NULL, duplicate_of = NULL, similarity = NULL, status = NULL, match_id = NULL
        WHERE excluded.revision > revision
        """;

    public const string Get = $"SELECT {Columns} FROM signatures s WHERE article_id = @article";

    // Of each band the latest articles (more where they came at the same time). Ranks on the rows of bands alone: of hundreds
    // that share a band, only the chosen ones' signatures are read.
    public const string FindCandidates = $"""
        WITH wanted AS MATERIALIZED (
            SELECT given.value AS band, coalesce(
                (SELECT b.received_at FROM bands b WHERE b.band = given.value AND b.received_at >= @from
                    ORDER BY b.received_at DESC LIMIT 1 OFFSET @perBand - 1), @from) AS since
            FROM (SELECT DISTINCT value FROM json_each(@bands)) given),
        weighed AS MATERIALIZED (
            SELECT band, since, @bandWeight / min(@perBand, (
                SELECT count(*) FROM bands b WHERE b.band = wanted.band AND b.received_at >= since)) AS weight
            FROM wanted),
        chosen AS (
            SELECT b.signature_id, sum(weight) AS weight, b.received_at
            FROM weighed CROSS JOIN bands b ON b.band = weighed.band AND b.received_at >= since
            GROUP BY b.signature_id ORDER BY 2 DESC, b.received_at, b.signature_id LIMIT @limit + 0)
        SELECT {ColumnsWithoutBands} FROM chosen CROSS JOIN signatures s USING (signature_id)
        ORDER BY chosen.weight DESC, chosen.received_at, signature_id
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
        UPDATE signatures SET signature_version = @version, signature = @signature, bands = @bands
        WHERE article_id = @article AND revision = @revision AND signature_version < @version
        """;

    public const string RemoveBefore = """
        DELETE FROM signatures WHERE signature_id IN (
            SELECT signature_id FROM signatures WHERE received_at < @before ORDER BY received_at LIMIT @limit + 0)
        """;
}
