using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Second look at a run of decided blocks: where the article ends, what precedes it, headings that head nothing.</summary>
internal static class Edges
{
    // A heading like "Related" ends the article only when most of the prose is before it: some stories open with such a box.
    private const double EndShare = 0.6;

    // A heading above nothing but so many list entries that are links heads a table of contents or a box, not a part of the text.
    private const int ListedLinks = 2;

    public static void Trim(List<Block> blocks, List<Region> regions, int first, int end)
    {
        CutAtCues(blocks, regions, first, end);
        CutBefore(blocks, first, end);
        CutAfter(blocks, first, end);
        DropLonelyHeadings(blocks, first, end);
        DropHeadingsOfLinks(blocks, first, end);
        DropRepeated(blocks, first, end);
    }

    // What stands between a cue and the article's next part belongs to the cue.
    private static void CutAtCues(List<Block> blocks, List<Region> regions, int first, int end)
    {
        var all = 0.0;
        for (var i = first; i < end; i++)
            all += Prose(blocks[i]);
        var before = 0.0;
        (Block? First, Block? Last) paragraphs = default;
        for (var i = first; i < end; i++)
        {
            var prose = Prose(blocks[i]);
            before += prose;
            if (prose > 0 && blocks[i].IsProse)
                paragraphs = (paragraphs.Last, blocks[i]);
            if (before == 0 || !blocks[i].IsEnder)
                continue;
            var next = Resumption.Find(blocks, regions, i, end, paragraphs);
            if (next < 0 && before < all * EndShare)
                continue;
            Drop(blocks, i, next < 0 ? end : next, next < 0 ? Reasons.After : Reasons.CrossLink);
            if (next < 0)
                return;
            i = next - 1;
        }
    }

    private static void CutBefore(List<Block> blocks, int first, int end)
    {
        for (var i = first; i < end && !Anchors(blocks[i]); i++)
        {
            if (blocks[i].Kind is not BlockKind.Heading || !blocks[i].Verdict.Kept)
                Drop(blocks[i], Reasons.Before);
        }
    }

    private static void CutAfter(List<Block> blocks, int first, int end)
    {
        for (var i = end - 1; i >= first && !Anchors(blocks[i]); i--)
        {
            if (blocks[i].Verdict.Kept && blocks[i].Kind is BlockKind.Item or BlockKind.Row && blocks[i].LinkDensity == 0)
                continue;
            Drop(blocks[i], Reasons.After);
        }
    }

    private static void DropLonelyHeadings(List<Block> blocks, int first, int end)
    {
        var headed = false;
        for (var i = end - 1; i >= first; i--)
        {
            if (blocks[i].Kind != BlockKind.Heading)
                headed |= blocks[i].Verdict.Kept;
            else if (blocks[i].Verdict.Kept && !headed)
                Drop(blocks[i], Reasons.Lonely);
            else if (blocks[i].Verdict.Kept)
                headed = true;
        }
    }

    private static void DropHeadingsOfLinks(List<Block> blocks, int first, int end)
    {
        var links = 0;
        for (var i = end - 1; i >= first; i--)
        {
            if (blocks[i].Kind == BlockKind.Heading && links >= ListedLinks)
                Drop(blocks[i], Reasons.Lonely);
            if (blocks[i].Kind == BlockKind.Heading)
                links = 0;
            else if (blocks[i].Verdict.Kept)
                links = int.MinValue;
            else if (blocks[i].Kind == BlockKind.Item && blocks[i].Verdict.Reason == Reasons.Links)
                links++;
        }
    }

    private static void DropRepeated(List<Block> blocks, int first, int end)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
        {
            if (blocks[i].Verdict.Kept && blocks[i].Letters >= Weights.RepeatLetters && !seen.Add(blocks[i].Text))
                Drop(blocks[i], Reasons.Repeated);
        }
    }

    private static double Prose(Block block) => block.Verdict.Kept ? Math.Max(0, ProseScore.Of(block)) : 0;

    // What an article begins and ends with: a sentence, or a paragraph by mark-up.
    private static bool Anchors(Block block) =>
        block.Verdict.Kept && (block.IsProse || (block.EndsSentence && block.Kind is BlockKind.Paragraph or BlockKind.Quote));

    private static void Drop(List<Block> blocks, int first, int end, string reason)
    {
        for (var i = first; i < end; i++)
            Drop(blocks[i], reason);
    }

    private static void Drop(Block block, string reason)
    {
        if (block.Verdict.Kept)
            block.Verdict = Verdict.Drop(reason);
    }
}
