using System.Text.RegularExpressions;
using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Cuts plain text into blocks: one per line, or per paragraph where lines are wrapped.</summary>
internal static partial class TextBlocks
{
    // Wrapped text has lines of about one length; mail and wire copy wrap between 60 and 90 characters.
    private const int ShortestWrap = 50;
    private const int LongestWrap = 100;
    private const int FewestWrapped = 2;

    public static List<Block> Cut(string text, CancellationToken cancellationToken)
    {
        var blocks = new List<Block>();
        var group = new List<Block>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var clean = TextCleaner.Paragraph(line);
            if (clean.Length > 0)
            {
                group.Add(new Block(clean, KindOf(line.Trim()), -1));
                continue;
            }

            Flush(group, blocks);
        }

        Flush(group, blocks);
        return blocks;
    }

    private static void Flush(List<Block> group, List<Block> blocks)
    {
        if (IsWrapped(group))
            blocks.Add(new Block(string.Join(' ', group.Select(line => line.Text)), group[0].Kind, -1));
        else
            blocks.AddRange(group);
        group.Clear();
    }

    private static bool IsWrapped(List<Block> group) =>
        group.Count >= FewestWrapped
        && group.SkipLast(1).All(l => l.Text.Length is >= ShortestWrap and <= LongestWrap)
        && group[^1].Text.Length <= LongestWrap
        && group.SkipLast(1).Count(l => l.EndsSentence) * 2 < group.Count;

    // Cells of a table's row are parted by tabs.
    private static BlockKind KindOf(ReadOnlySpan<char> line) =>
        line.Contains('\t') ? BlockKind.Row : ListMark().IsMatch(line) ? BlockKind.Item : BlockKind.Text;

    [GeneratedRegex(@"^(?:[•▪‣*·–-]|\d{1,3}[.)])\s", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();
}
