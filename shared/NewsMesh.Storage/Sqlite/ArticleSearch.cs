using NewsMesh.Storage.Sqlite.Sql;

namespace NewsMesh.Storage.Sqlite;

/// <summary>The statement for an article listing: a condition for each filter that is set.</summary>
internal static class ArticleSearch
{
    /// <summary>Statement and parameters; the row limit is one more than the query's.</summary>
    public static (string Sql, (string Name, object? Value)[] Parameters) Build(ArticleQuery query)
    {
        var after = ListingCursor.DecodeOrStart(query.Cursor, ListingKind.Articles);
        List<string> conditions =
        [
            "received_at >= @from", "received_at < @to", "(received_at, article_id) < (@afterTime, @afterId)",
        ];
        List<(string, object?)> parameters =
        [
            ("@from", query.From?.UtcTicks ?? 0),
            ("@to", query.To?.UtcTicks ?? long.MaxValue),
            ("@afterTime", after.Ticks),
            ("@afterId", after.Id),
            ("@limit", query.Limit + 1),
        ];

        Add("source = @source", "@source", query.Source);
        Add("story_id = @story", "@story", query.StoryId);
        Add("duplicate = @duplicate", "@duplicate", query.Duplicate);
        Add(
            "listing_id IN (SELECT listing_id FROM listing_entities WHERE name_key = @entity)",
            "@entity",
            query.Entity is null ? null : EntityKey.Of(query.Entity));
        Add(
            "listing_id IN (SELECT rowid FROM listing_words WHERE listing_words MATCH @words)",
            "@words",
            SearchWords.ToMatch(query.Text));

        var sql = $"""
            WITH chosen AS (
                SELECT article_id, revision, received_at FROM listing WHERE {string.Join(" AND ", conditions)}
                ORDER BY received_at DESC, article_id DESC LIMIT @limit + 0)
            SELECT {ArticleSql.Columns} FROM chosen CROSS JOIN revisions r USING (article_id, revision)
            ORDER BY chosen.received_at DESC, chosen.article_id DESC
            """;
        return (sql, [.. parameters]);

        void Add(string condition, string name, string? value)
        {
            if (value is not null)
            {
                conditions.Add(condition);
                parameters.Add((name, value));
            }
        }
    }
}
