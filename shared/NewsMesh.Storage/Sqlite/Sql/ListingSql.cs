namespace NewsMesh.Storage.Sqlite.Sql;

/// <summary>Statements over table listing and what hangs on it.</summary>
internal static class ListingSql
{
    public const string Find = "SELECT listing_id, revision FROM listing WHERE article_id = @article";

    public const string Remove = "DELETE FROM listing WHERE listing_id = @id";

    public const string RemoveWords = "DELETE FROM listing_words WHERE rowid = @id";

    public const string RemoveEntities = "DELETE FROM listing_entities WHERE listing_id = @id";

    public const string Add = """
        INSERT INTO listing (article_id, revision, received_at, source, story_id, duplicate)
        VALUES (@article, @revision, @received, @source, @story, @duplicate)
        RETURNING listing_id
        """;

    public const string AddWords = "INSERT INTO listing_words (rowid, title, text) VALUES (@id, @title, @text)";

    public const string AddEntity = """
        INSERT INTO listing_entities (name_key, listing_id, type, name) VALUES (@key, @id, @type, @name)
        ON CONFLICT DO NOTHING
        """;

    private const string Counts = "type, name, articles FROM entity_counts";
    private const string MostFirst = "ORDER BY articles DESC, name, type LIMIT @limit + 0";
    private const string ByPrefix = "name_key >= @prefix AND name_key < @prefixEnd";

    public const string CountEntities = $"SELECT {Counts} {MostFirst}";

    public const string CountEntitiesByType = $"SELECT {Counts} WHERE type = @type {MostFirst}";

    public const string CountEntitiesByPrefix = $"SELECT {Counts} WHERE {ByPrefix} {MostFirst}";

    public const string CountEntitiesByTypeAndPrefix = $"SELECT {Counts} WHERE type = @type AND {ByPrefix} {MostFirst}";
}
