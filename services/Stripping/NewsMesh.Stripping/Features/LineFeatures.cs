using NewsMesh.Stripping.PlainText;

namespace NewsMesh.Stripping.Features;

/// <summary>The features of a line of plain text.</summary>
internal static class LineFeatures
{
    /// <summary>Room for all of them.</summary>
    public const int Most = HtmlFeatures.Most;

    private const int Far = 60;
    private const int LongLine = 180;

    private static readonly int[] Reaches = [3, 8, 20];
    private static readonly string[] LongBefore = [.. Reaches.Select(r => FormattableString.Invariant($"long lines in {r} before"))];
    private static readonly string[] LongAfter = [.. Reaches.Select(r => FormattableString.Invariant($"long lines in {r} after"))];

    public static int Fill(Span<float> values, TextEvidence page, PageFacts facts, int at, List<string>? names = null)
    {
        var row = new FeatureRow(values, names);
        var block = page.Blocks[at];
        TextFeatures.Add(ref row, facts, at);
        PlaceFeatures.Add(ref row, facts, at);
        row.Add("in run", at >= page.First && at < page.End);
        row.Add("before run", Math.Clamp(page.First - at, -Far, Far));
        row.Add("after run", Math.Clamp(at - page.End, -Far, Far));
        row.Add("kept", block.Verdict.Kept);
        row.Add("reason", ReasonCodes.Of(block.Verdict.Reason));
        row.Add("own reason", ReasonCodes.Of(block.OwnVerdict.Reason));
        row.Add("title match", facts.Title?.Overlap(block.Text) ?? -1);
        row.Add("labels before", Labels(facts, at, -1));
        row.Add("labels after", Labels(facts, at, 1));
        for (var i = 0; i < Reaches.Length; i++)
        {
            row.Add(LongBefore[i], Long(facts, at - Reaches[i], at));
            row.Add(LongAfter[i], Long(facts, at + 1, at + 1 + Reaches[i]));
        }

        return row.Count;
    }

    // Lines in a row that are no sentences: menus and lists of teasers.
    private static int Labels(PageFacts facts, int at, int step)
    {
        var count = 0;
        for (var i = at + step; i >= 0 && i < facts.Blocks.Count && count < Far && !facts.Blocks[i].EndsSentence && !facts.Prose[i]; i += step)
            count++;
        return count;
    }

    private static int Long(PageFacts facts, int first, int end)
    {
        var count = 0;
        for (var i = Math.Max(0, first); i < Math.Min(end, facts.Blocks.Count); i++)
        {
            if (facts.Prose[i] && facts.Blocks[i].Letters >= LongLine)
                count++;
        }

        return count;
    }
}
