namespace NewsMesh.Stripping.Features;

/// <summary>Features of where a block stands among the others: before, in or after what the rules keep, next to what.</summary>
internal static class PlaceFeatures
{
    private const int Far = 60;

    private static readonly int[] Neighbours = [-3, -2, -1, 1, 2, 3];

    public static void Add(ref FeatureRow row, PageFacts facts, int at)
    {
        var count = facts.Blocks.Count;
        var kept = Math.Max(1, facts.KeptIn(0, count));
        var prose = Math.Max(1, facts.ProseIn(0, count));
        row.Add("place", (double)at / count);
        row.Add("place from start", Math.Min(at, 400));
        row.Add("place from end", Math.Min(count - 1 - at, 400));
        row.Add("after first kept", Math.Clamp(at - facts.FirstKept, -Far, Far));
        row.Add("after last kept", Math.Clamp(at - facts.LastKept, -Far, Far));
        row.Add("kept before", facts.KeptIn(0, at) / kept);
        row.Add("kept letters before", Math.Log2(1 + facts.KeptIn(0, at)));
        row.Add("kept letters after", Math.Log2(1 + facts.KeptIn(at + 1, count)));
        row.Add("kept blocks before", Math.Min(Far, facts.KeptCount(0, at)));
        row.Add("kept blocks after", Math.Min(Far, facts.KeptCount(at + 1, count)));
        row.Add("prose before", facts.ProseIn(0, at) / prose);
        row.Add("prose near before", facts.ProseIn(at - 5, at));
        row.Add("prose near after", facts.ProseIn(at + 1, at + 6));
        row.Add("kept near before", facts.KeptCount(at - 8, at));
        row.Add("kept near after", facts.KeptCount(at + 1, at + 9));
        row.Add("since prose", Math.Min(Far, at - facts.PreviousProse[at]));
        row.Add("until prose", Math.Min(Far, facts.NextProse[at] - at));
        row.Add("since ender", facts.LastEnder[at] < 0 ? 200 : Math.Min(200, at - facts.LastEnder[at]));
        row.Add("prose since ender", facts.LastEnder[at] < 0 ? -1 : Math.Log2(1 + facts.ProseIn(facts.LastEnder[at], at)));
        row.Add("kept at ender", facts.LastEnder[at] < 0 ? -1 : facts.KeptIn(0, facts.LastEnder[at]) / kept);
        row.Add("page blocks", count);
        row.Add("page kept", Math.Log2(kept));
        row.Add("page kept share", kept / prose);
        row.Add("page kept blocks", facts.KeptCount(0, count));
        AddHeading(ref row, facts, at);
        foreach (var step in Neighbours)
            AddNeighbour(ref row, facts, at, step);
    }

    // What a block stands under: "About the company", "Comments".
    private static void AddHeading(ref FeatureRow row, PageFacts facts, int at)
    {
        var heading = facts.LastHeading[at];
        row.Add("since heading", heading < 0 ? Far : Math.Min(Far, at - heading));
        row.Add("prose since heading", heading < 0 ? -1 : Math.Log2(1 + facts.ProseIn(heading, at)));
        row.Add("heading letters", heading < 0 ? -1 : facts.Blocks[heading].Letters);
        row.Add("heading kept", heading >= 0 && facts.Blocks[heading].Verdict.Kept);
        row.Add("heading links", heading < 0 ? -1 : facts.Blocks[heading].LinkDensity);
        row.Add("heading cue", heading < 0 ? -1 : (facts.Notice[heading] ? 1 : 0) + (facts.Ender[heading] ? 2 : 0));
        for (var i = 0; i < WordClasses.Count; i++)
            row.Add(HeadingWords[i], heading < 0 ? 0 : facts.Shape(heading).Of((WordClass)i));
    }

    private static void AddNeighbour(ref FeatureRow row, PageFacts facts, int at, int step)
    {
        var (n, other) = (step + 3, at + step);
        var there = other >= 0 && other < facts.Blocks.Count;
        var block = there ? facts.Blocks[other] : null;
        row.Add(Letters[n], block is null ? -1 : Math.Log2(1 + block.Letters));
        row.Add(Links[n], block?.LinkDensity ?? -1);
        row.Add(Ends[n], block is null ? -1 : (block.EndsSentence ? 1 : 0) + (facts.Prose[other] ? 1 : 0));
        row.Add(Kept[n], block is null ? -1 : block.Verdict.Kept ? 1 : 0);
        row.Add(Kinds[n], block is null ? -1 : (int)block.Kind);
        row.Add(Marks[n], block is null ? -1 : block.Share(block.Marks.EmphasisLetters) + (2 * block.Share(block.Marks.StrongLetters)));
        row.Add(Cues[n], block is null ? -1 : (facts.Notice[other] ? 1 : 0) + (facts.Ender[other] ? 2 : 0));
    }

    private static readonly string[] HeadingWords = [.. Enum.GetNames<WordClass>().Select(n => "heading: " + n)];

    private static string[] Named(string what) => [.. Enumerable.Range(-3, 7).Select(step => FormattableString.Invariant($"{what} at {step:+0;-0}"))];

    private static readonly string[] Letters = Named("letters");
    private static readonly string[] Links = Named("links");
    private static readonly string[] Ends = Named("sentence");
    private static readonly string[] Kept = Named("kept");
    private static readonly string[] Kinds = Named("kind");
    private static readonly string[] Marks = Named("marks");
    private static readonly string[] Cues = Named("cue");
}
