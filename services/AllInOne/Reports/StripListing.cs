using NewsMesh.Stripping;

namespace NewsMesh.AllInOne.Reports;

/// <summary>What became of each block of a page, for a terminal: one line a block.</summary>
internal static class StripListing
{
    private const int LongestText = 90;

    public static void Write(TextWriter output, StrippedArticle article)
    {
        output.WriteLine($"title   {article.Title ?? "-"}");
        output.WriteLine($"byline  {(article.Byline.Count == 0 ? "-" : string.Join(", ", article.Byline))}");
        output.WriteLine(FormattableString.Invariant($"date    {article.PublishedAt:yyyy-MM-ddTHH:mm:sszzz} {article.PublishedAtFrom ?? "-"}"));
        output.WriteLine($"blocks  {article.Blocks.Count(block => block.Kept)} of {article.Blocks.Count} kept{(article.Truncated ? "; a limit cut the page" : "")}");
        output.WriteLine();
        output.WriteLine("  likely  score reason          kind       text");
        foreach (var block in article.Blocks)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{(block.Kept ? '+' : '-')} {block.Probability,6:0.00} {block.Score,6:0} {block.Reason,-15} {block.Kind,-10} {Shortened(block.Text)}"));
        }
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
