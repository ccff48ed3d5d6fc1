using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Finds the headline of a plain text.</summary>
internal static class TextTitle
{
    private const int Reach = 12;
    private const int FewestLetters = 12;
    private const int MostCharacters = 220;

    /// <summary>The headline before the text that begins at <paramref name="first"/>; null where no line looks like one.</summary>
    public static string? Find(List<Block> blocks, int first)
    {
        var from = Math.Max(0, first - Reach);
        for (var i = from; i < first; i++)
        {
            if (Breadcrumb.LastPart(blocks[i].Text) is { } part && LooksLikeHeadline(part))
                return part;
        }

        string? best = null;
        for (var i = from; i < Math.Min(first + 1, blocks.Count); i++)
        {
            var line = blocks[i].Text;
            if (LooksLikeHeadline(line) && !blocks[i].IsNotice && (best is null || line.Length > best.Length * 1.5))
                best = line;
        }

        return best;
    }

    private static bool LooksLikeHeadline(string line) =>
        line.Length <= MostCharacters && TextMeasure.Letters(line) >= FewestLetters && line.Contains(' ', StringComparison.Ordinal)
        && !line.EndsWith('.') && Breadcrumb.LastPart(line) is null && !ByLine.IsByline(line) && Metadata.DateText.Parse(line) is null;
}
