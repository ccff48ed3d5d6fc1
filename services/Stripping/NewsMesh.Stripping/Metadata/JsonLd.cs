using System.Net;
using System.Text.Json;

namespace NewsMesh.Stripping.Metadata;

/// <summary>The article that a page describes in JSON-LD with the schema.org vocabulary.</summary>
internal sealed record JsonLd
{
    public string? Headline { get; init; }

    public string? Body { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Section { get; init; }

    public string? Image { get; init; }

    public string? Publisher { get; init; }

    public string? Language { get; init; }

    /// <summary>The best article among a page's scripts; null where none describes one.</summary>
    public static JsonLd? Read(IReadOnlyList<string> scripts)
    {
        JsonLd? best = null;
        var bestRank = -1;
        foreach (var script in scripts)
        {
            using var json = TolerantJson.Parse(script);
            if (json is null)
                continue;
            foreach (var node in JsonNodes.Objects(json.RootElement))
            {
                var rank = ArticleTypes.Rank(node);
                if (rank <= bestRank)
                    continue;
                (best, bestRank) = (From(node), rank);
            }
        }

        return best;
    }

    private static JsonLd From(JsonElement node) => new()
    {
        Headline = Clean(JsonNodes.Text(node, "headline") ?? JsonNodes.Text(node, "name")),
        Body = Decode(JsonNodes.Text(node, "articleBody")),
        Authors = [.. JsonNodes.Names(node, "author", people: true)],
        Published = JsonNodes.Text(node, "datePublished") ?? JsonNodes.Text(node, "dateCreated"),
        Modified = JsonNodes.Text(node, "dateModified"),
        Section = Clean(JsonNodes.Text(node, "articleSection")),
        Image = JsonNodes.Address(node, "image") ?? JsonNodes.Text(node, "thumbnailUrl"),
        Publisher = Clean(JsonNodes.Names(node, "publisher", people: false).FirstOrDefault()),
        Language = JsonNodes.Text(node, "inLanguage"),
    };

    private static string? Clean(string? text) => TextCleaner.OrNull(Decode(text));

    private static string? Decode(string? text) => text is null ? null : WebUtility.HtmlDecode(text);
}
