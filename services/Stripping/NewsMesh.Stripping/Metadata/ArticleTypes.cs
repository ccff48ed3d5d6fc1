using System.Text.Json;

namespace NewsMesh.Stripping.Metadata;

/// <summary>Which schema.org types describe an article, best first.</summary>
internal static class ArticleTypes
{
    /// <summary>A rank that prefers article types and objects that say more; -1 for anything that is no article.</summary>
    public static int Rank(JsonElement node)
    {
        var type = JsonNodes.Text(node, "@type");
        var rank = type switch
        {
            null => -1,
            _ when type.EndsWith("NewsArticle", StringComparison.OrdinalIgnoreCase) => 40,
            _ when type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) => 30,
            _ when type.EndsWith("Posting", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Report", StringComparison.OrdinalIgnoreCase) => 20,
            _ when type.EndsWith("WebPage", StringComparison.OrdinalIgnoreCase) => 0,
            _ => -1,
        };
        if (rank < 0)
            return rank;
        return rank + (node.TryGetProperty("articleBody", out _) ? 8 : 0) + (node.TryGetProperty("datePublished", out _) ? 4 : 0)
            + (node.TryGetProperty("author", out _) ? 2 : 0) + (node.TryGetProperty("headline", out _) ? 1 : 0);
    }
}
