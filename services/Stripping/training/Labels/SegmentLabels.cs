using System.Text.Json;

namespace NewsMesh.Stripping.Training.Labels;

/// <summary>What the wanted and unwanted segments of a page say of its blocks.</summary>
internal static class SegmentLabels
{
    // A shorter block inside a segment may stand elsewhere on the page too.
    private const int FewestCharacters = 15;

    /// <summary>1 for a block that holds a wanted segment or lies in one, 0 for an unwanted one, null where nothing or both are said.</summary>
    public static double?[] Of(IReadOnlyList<string> blocks, JsonElement truth)
    {
        var wanted = Segments(truth, "with");
        var unwanted = Segments(truth, "without");
        return
        [
            .. blocks.Select(text =>
            {
                var (yes, no) = (wanted.Any(s => Touches(text, s)), unwanted.Any(s => Touches(text, s)));
                return yes == no ? (double?)null : yes ? 1 : 0;
            }),
        ];
    }

    private static List<string> Segments(JsonElement truth, string name) =>
        [.. truth.GetProperty(name).EnumerateArray().Select(s => TextCleaner.Paragraph(s.GetString()))];

    private static bool Touches(string block, string segment) =>
        block.Contains(segment, StringComparison.Ordinal)
        || (block.Length >= FewestCharacters && segment.Contains(block, StringComparison.Ordinal));
}
