namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table raw_pages.</summary>
internal static class RawPageSql
{
    public const string Add = """
        INSERT INTO raw_pages (raw_id, revision, doc, content) VALUES (@id, @revision, @doc, @content)
        ON CONFLICT (raw_id) DO NOTHING
        """;

    public const string Get = "SELECT revision, doc, content FROM raw_pages WHERE raw_id = @id";

    public const string GetRevision = "SELECT revision FROM raw_pages WHERE raw_id = @id";

    public const string SetRevision = "UPDATE raw_pages SET revision = @revision WHERE raw_id = @id";
}
