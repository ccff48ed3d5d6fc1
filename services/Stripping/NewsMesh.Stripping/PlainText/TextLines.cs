using System.Buffers;
using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Tells what a line without a sentence end is.</summary>
internal static class TextLines
{
    // Headings inside articles are a few words; a full headline between paragraphs is a link to another story.
    private const int FewestLinkWords = 8;
    private const int MostLinkWords = 18;

    private static readonly SearchValues<char> ListStart = SearchValues.Create("-–—•*·[(\"“‘'«„0123456789");

    /// <summary>Whether a line between two paragraphs is a headline of another story.</summary>
    public static bool IsCrossLink(Block line, Block? before, Block? after)
    {
        if (line.EndsSentence || before is null || after is null || !before.IsProse || !after.IsProse)
            return false;
        var words = line.Text.AsSpan().Count(' ') + 1;
        return words is >= FewestLinkWords and <= MostLinkWords && !line.Text.EndsWith(':') && !ListStart.Contains(line.Text[0]);
    }
}
