namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table stories; triggers keep tables story_terms and story_members in step.</summary>
internal static class StorySql
{
    private const string Columns = "s.version, s.terms, s.article_ids, s.doc, s.state";

    public const string Get = $"SELECT {Columns} FROM stories s WHERE story_id = @id";

    public const string FindByTerms = $"""
        WITH shared AS (
            SELECT story_id, count(*) AS terms FROM story_terms
            WHERE term IN (SELECT value FROM json_each(@terms)) AND last_at >= @from
            GROUP BY story_id, last_at
            ORDER BY terms DESC, last_at DESC, story_id LIMIT @limit)
        SELECT {Columns} FROM shared CROSS JOIN stories s USING (story_id)
        ORDER BY shared.terms DESC, s.last_at DESC, s.story_id
        """;

    public const string Add = """
        INSERT INTO stories (story_id, version, last_at, merged_into, terms, article_ids, doc, state)
        VALUES (@id, @version, @last, @merged, @terms, @articles, @doc, @state)
        ON CONFLICT (story_id) DO NOTHING
        """;

    public const string Replace = """
        UPDATE stories SET version = @version, last_at = @last, merged_into = @merged, terms = @terms,
            article_ids = @articles, doc = @doc, state = @state
        WHERE story_id = @id AND version = @version - 1
        """;

    public const string FindByArticle = $"""
        SELECT {Columns} FROM story_members m CROSS JOIN stories s USING (story_id) WHERE m.article_id = @article
        ORDER BY s.last_at DESC, s.story_id LIMIT 1
        """;

    public const string List = $"""
        SELECT {Columns} FROM stories s
        WHERE merged_into IS NULL AND (last_at, story_id) < (@last, @id)
        ORDER BY last_at DESC, story_id DESC LIMIT @limit
        """;
}
