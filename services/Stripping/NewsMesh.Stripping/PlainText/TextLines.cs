using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Tells what a line without a sentence end is.</summary>
internal static class TextLines
{
    // Headings inside articles are a few words; a full headline between paragraphs is a link to another story.
    private const int FewestLinkWords = 8;

    public static bool IsCrossLink(string line) => !TextMeasure.EndsSentence(line) && line.Count(c => c == ' ') + 1 >= FewestLinkWords;
}
