using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Metadata;

namespace NewsMesh.Stripping.PlainText;

/// <summary>What a plain text tells of itself.</summary>
internal static class TextMetadata
{
    // Dates further down are of what the text tells.
    private const int DateReach = 40;
    private const int LongestDateLine = 90;

    public static StrippedArticle Read(List<Block> blocks, string? title, string? url)
    {
        var published = PublicationDate.FromUrl(url) ?? FromLines(blocks);
        var byline = Byline(blocks);
        (string Field, string? From)[] sources =
            [("title", title is null ? null : Source.Text), ("byline", byline.Count == 0 ? null : Source.Text), ("publishedAt", published?.From)];
        return new StrippedArticle
        {
            Title = title,
            Byline = byline,
            PublishedAt = published?.At,
            PublishedAtFrom = published?.From,
            Sources = sources.Where(s => s.From is not null).ToDictionary(s => s.Field, s => s.From!),
        };
    }

    private static PublicationDate? FromLines(List<Block> blocks)
    {
        foreach (var block in Opening(blocks))
        {
            if (block.Text.Length <= LongestDateLine && DateText.Parse(block.Text) is { } date)
                return new PublicationDate(date, "text");
        }

        return null;
    }

    private static IReadOnlyList<string> Byline(List<Block> blocks)
    {
        foreach (var block in Opening(blocks))
        {
            if (ByLine.IsByline(block.Text))
                return PersonNames.From([block.Text], null);
        }

        return [];
    }

    // The lines before the text and its first one.
    private static IEnumerable<Block> Opening(List<Block> blocks)
    {
        var first = blocks.FindIndex(b => b.Verdict.Kept);
        return first < 0 ? [] : blocks.Skip(Math.Max(0, first - DateReach)).Take(Math.Min(first, DateReach));
    }
}
