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

    private static readonly int[] Windows = [5, 15];
    private static readonly string[] Alike = [.. Enumerable.Range(1, LineFacts.MostApart).Select(a => FormattableString.Invariant($"alike, {a} apart"))];
    private static readonly string[] SentencesBefore = Named("sentences", "before");
    private static readonly string[] SentencesAfter = Named("sentences", "after");
    private static readonly string[] TimesBefore = Named("times", "before");
    private static readonly string[] TimesAfter = Named("times", "after");
    private static readonly string[] LengthsBefore = Named("lengths", "before");
    private static readonly string[] LengthsAfter = Named("lengths", "after");

    public static int Fill(Span<float> values, TextEvidence page, PageFacts facts, LineFacts lines, int at, List<string>? names = null)
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

        AddLooks(ref row, lines, at);
        AddGap(ref row, page, facts, lines, at);
        row.Add("kind", (int)block.Kind);
        row.Add("author", lines.Author(block.Text));
        row.Add("numbered", lines.Numbering.Of(at));
        row.Add("among numbered", lines.Numbering.Around(at));
        lines.Mix.Add(ref row, at);
        return row.Count;
    }

    private static void AddLooks(ref FeatureRow row, LineFacts lines, int at)
    {
        for (var apart = 1; apart <= LineFacts.MostApart; apart++)
            row.Add(Alike[apart - 1], Math.Min(Far, lines.Alike(at, apart)));
        for (var i = 0; i < Windows.Length; i++)
        {
            var window = Windows[i];
            row.Add(SentencesBefore[i], lines.Sentences(at - window, at));
            row.Add(SentencesAfter[i], lines.Sentences(at + 1, at + 1 + window));
            row.Add(TimesBefore[i], lines.Times(at - window, at));
            row.Add(TimesAfter[i], lines.Times(at + 1, at + 1 + window));
            row.Add(LengthsBefore[i], lines.Lengths(at - window, at));
            row.Add(LengthsAfter[i], lines.Lengths(at + 1, at + 1 + window));
        }
    }

    // What stands between the rules' run of prose and a line outside it.
    private static void AddGap(ref FeatureRow row, TextEvidence page, PageFacts facts, LineFacts lines, int at)
    {
        var (first, end) = at < page.First ? (at + 1, page.First) : (page.End, at);
        var outside = first <= end && (at < page.First || at >= page.End);
        row.Add("prose from run", outside ? Math.Log2(1 + facts.ProseIn(first, end)) : -1);
        row.Add("labels from run", outside ? Math.Min(Far, lines.Labels(first, end)) : -1);
        row.Add("enders from run", outside ? lines.Enders(first, end) : -1);
        row.Add("run prose", Math.Log2(1 + facts.ProseIn(page.First, page.End)));
        row.Add("run share", facts.ProseIn(page.First, page.End) / Math.Max(1, facts.ProseIn(0, facts.Blocks.Count)));
    }

    private static string[] Named(string what, string where) => [.. Windows.Select(w => FormattableString.Invariant($"{what} in {w} {where}"))];

    // Lines in a row that are no sentences: menus and lists of teasers.
    private static int Labels(PageFacts facts, int at, int step)
    {
        var count = 0;
        for (var i = at + step; i >= 0 && i < facts.Blocks.Count && count < Far && !facts.Blocks[i].EndsSentence && !facts.Blocks[i].IsProse; i += step)
            count++;
        return count;
    }

    private static int Long(PageFacts facts, int first, int end)
    {
        var count = 0;
        for (var i = Math.Max(0, first); i < Math.Min(end, facts.Blocks.Count); i++)
        {
            if (facts.Blocks[i].IsProse && facts.Blocks[i].Letters >= LongLine)
                count++;
        }

        return count;
    }
}
