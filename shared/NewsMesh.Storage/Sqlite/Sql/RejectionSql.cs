namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table rejections.</summary>
internal static class RejectionSql
{
    public const string Add = """
        INSERT INTO rejections (rejection_id, received_at, reason, doc, body) VALUES (@id, @received, @reason, @doc, @body)
        ON CONFLICT (rejection_id) DO NOTHING
        """;

    public const string List = """
        SELECT doc, body FROM rejections ORDER BY received_at DESC, rejection_id DESC LIMIT @limit + 0
        """;

    public const string CountByReason = "SELECT reason, count(*) FROM rejections GROUP BY reason";
}
