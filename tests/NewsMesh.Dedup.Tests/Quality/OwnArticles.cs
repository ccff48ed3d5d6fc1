using System.Text.Json;

namespace NewsMesh.Dedup.Tests.Quality;

/// <summary>Short articles written for this project, with the clusters and stories they belong to.</summary>
internal sealed record OwnArticle(
    string Id, string Title, string Text, DateTimeOffset PublishedAt, string Source, string Cluster, string Story);

internal static class OwnArticles
{
    /// <summary>In stream order.</summary>
    public static IReadOnlyList<OwnArticle> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Quality", "articles.jsonl"))
            .Select(line => JsonSerializer.Deserialize<OwnArticle>(line, JsonSerializerOptions.Web)!)];

    public static IEnumerable<StreamArticle> Stream =>
        All.Select(article => new StreamArticle
        {
            Id = article.Id,
            Title = article.Title,
            Text = article.Text,
            PublishedAt = article.PublishedAt,
            Source = article.Source,
        });
}
