using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Cuts plain text into blocks: one per line, or per paragraph where lines are wrapped.</summary>
internal static class TextBlocks
{
    // Wrapped text has lines of about one length; mail and wire copy wrap between 60 and 90 characters.
    private const int ShortestWrap = 50;
    private const int LongestWrap = 100;
    private const int FewestWrapped = 2;

    public static List<Block> Cut(string text, CancellationToken cancellationToken)
    {
        var blocks = new List<Block>();
        var group = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var clean = TextCleaner.Paragraph(line);
            if (clean.Length > 0)
            {
                group.Add(clean);
                continue;
            }

            Flush(group, blocks);
        }

        Flush(group, blocks);
        return blocks;
    }

    private static void Flush(List<string> group, List<Block> blocks)
    {
        if (IsWrapped(group))
            Add(string.Join(' ', group), blocks);
        else
            group.ForEach(line => Add(line, blocks));
        group.Clear();
    }

    private static bool IsWrapped(List<string> group) =>
        group.Count >= FewestWrapped
        && group.SkipLast(1).All(l => l.Length is >= ShortestWrap and <= LongestWrap)
        && group[^1].Length <= LongestWrap
        && group.SkipLast(1).Count(l => TextMeasure.EndsSentence(l)) * 2 < group.Count;

    private static void Add(string text, List<Block> blocks) => blocks.Add(new Block(text, BlockKind.Text, -1));
}
