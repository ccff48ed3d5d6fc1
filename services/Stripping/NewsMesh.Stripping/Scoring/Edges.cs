using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Second look at a run of decided blocks: where the article ends, what precedes it, headings that head nothing.</summary>
internal static class Edges
{
    // A heading like "Related" ends the article only when most of the prose is before it: some stories open with such a box.
    private const double EndShare = 0.6;

    public static void Trim(List<Block> blocks, int first, int end)
    {
        CutAtEnder(blocks, first, end);
        CutBefore(blocks, first, end);
        CutAfter(blocks, first, end);
        DropLonelyHeadings(blocks, first, end);
        DropRepeated(blocks, first, end);
    }

    private static void CutAtEnder(List<Block> blocks, int first, int end)
    {
        var all = 0.0;
        for (var i = first; i < end; i++)
            all += Prose(blocks[i]);
        var before = 0.0;
        for (var i = first; i < end; i++)
        {
            before += Prose(blocks[i]);
            if (before < all * EndShare || before == 0 || !PhraseCues.EndsArticle(blocks[i].Text))
                continue;
            for (var j = i; j < end; j++)
                Drop(blocks[j], Reasons.After);
            return;
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
        block.Verdict.Kept && (ProseScore.IsProse(block) || (block.EndsSentence && block.Kind is BlockKind.Paragraph or BlockKind.Quote));

    private static void Drop(Block block, string reason)
    {
        if (block.Verdict.Kept)
            block.Verdict = Verdict.Drop(reason);
    }
}
