using System.Net;
using NewsMesh.Stripping;

namespace NewsMesh.AllInOne.Reports;

/// <summary>What became of each block of a page, as an HTML page that needs nothing else and runs nothing.</summary>
internal static class StripReport
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width">
        <title>What was kept, and why</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
        dt { font-weight: 600; float: left; clear: left; width: 6rem; } dd { margin-left: 7rem; }
        table { border-collapse: collapse; width: 100%; } th { text-align: left; }
        td, th { padding: .3rem .6rem; vertical-align: top; border-bottom: 1px solid #ddd; } td.n { text-align: right; }
        tr.kept { background: #eaf6ea; } tr.dropped { color: #666; } tr.dropped td:last-child { text-decoration: line-through #bbb; }
        td:last-child { overflow-wrap: anywhere; }
        </style></head><body>
        """;

    public static async Task WriteAsync(TextWriter output, string name, StrippedArticle article, CancellationToken ct)
    {
        await output.WriteLineAsync(Head.AsMemory(), ct);
        await output.WriteLineAsync($"<h1>{Encoded(name)}</h1>".AsMemory(), ct);
        await output.WriteLineAsync(Facts(article).AsMemory(), ct);
        await output.WriteLineAsync("<table><thead><tr><th></th><th>reason</th><th>kind</th><th>likely</th><th>score</th><th>text</th></tr></thead><tbody>".AsMemory(), ct);
        foreach (var block in article.Blocks)
        {
            await output.WriteLineAsync(Row(block).AsMemory(), ct);
        }

        await output.WriteLineAsync("</tbody></table></body></html>".AsMemory(), ct);
    }

    private static string Facts(StrippedArticle article) =>
        $"<dl>{Fact("title", article.Title)}{Fact("byline", string.Join(", ", article.Byline))}"
        + Fact("published", FormattableString.Invariant($"{article.PublishedAt:yyyy-MM-ddTHH:mm:sszzz} {article.PublishedAtFrom}"))
        + Fact("site", article.SiteName) + Fact("section", article.Section) + Fact("language", article.Language)
        + Fact("kept", $"{article.Blocks.Count(block => block.Kept)} of {article.Blocks.Count} blocks{(article.Truncated ? "; a limit cut the page" : "")}")
        + "</dl>";

    private static string Fact(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? "" : $"<dt>{name}</dt><dd>{Encoded(value)}</dd>";

    private static string Row(StripBlock block) => FormattableString.Invariant(
        $"<tr class=\"{(block.Kept ? "kept" : "dropped")}\"><td>{(block.Kept ? "kept" : "dropped")}</td><td>{Encoded(block.Reason)}</td><td>{Encoded(block.Kind)}</td>")
        + FormattableString.Invariant($"<td class=\"n\">{block.Probability:0.00}</td><td class=\"n\">{block.Score:0}</td><td>{Encoded(block.Text)}</td></tr>");

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
