namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table stories; triggers keep tables story_terms and story_members in step.</summary>
internal static class StorySql
{
    private const string Columns = "s.version, s.terms, s.article_ids, s.doc, s.state";

    public const string Get = $"SELECT {Columns} FROM stories s WHERE story_id = @id";

    // Of each term the latest stories (more where their last articles came at the same time).
    public const string FindByTerms = $"""
        WITH wanted AS (SELECT DISTINCT value AS term FROM json_each(@terms)),
        shared AS (
            SELECT t.story_id, count(*) AS terms FROM wanted CROSS JOIN story_terms t ON t.term = wanted.term
                AND t.last_at >= coalesce(
                    (SELECT last_at FROM story_terms WHERE term = wanted.term AND last_at >= @from
                        ORDER BY last_at DESC LIMIT 1 OFFSET @perTerm), @from)
            GROUP BY t.story_id, t.last_at
            ORDER BY terms DESC, t.last_at DESC, t.story_id LIMIT @limit + 0)
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
        ORDER BY last_at DESC, story_id DESC LIMIT @limit + 0
        """;
}
