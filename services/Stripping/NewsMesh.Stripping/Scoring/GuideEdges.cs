using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Cuts what stands before and after the text that the page's own copy covers.</summary>
internal static class GuideEdges
{
    // A copy that covers less of what looks like the article is cut short or belongs to something else.
    private const double TrustedShare = 0.65;

    public static void Trim(List<Block> blocks, int first, int end, Guide guide)
    {
        int firstCovered = -1, lastCovered = -1;
        double covered = 0, all = 0;
        for (var i = first; i < end; i++)
        {
            if (!blocks[i].Verdict.Kept || !blocks[i].IsProse)
                continue;
            all += blocks[i].Letters;
            if (!guide.Covers(blocks[i].Text))
                continue;
            covered += blocks[i].Letters;
            firstCovered = firstCovered < 0 ? i : firstCovered;
            lastCovered = i;
        }

        if (firstCovered < 0 || covered < all * TrustedShare)
            return;
        Drop(blocks, first, firstCovered);
        Drop(blocks, lastCovered + 1, end);
    }

    // Short lines that the copy may have dropped are left to the other rules.
    private static void Drop(List<Block> blocks, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (blocks[i].Verdict.Kept && blocks[i].IsProse)
                blocks[i].Verdict = Verdict.Drop(Reasons.Unguided);
        }
    }
}
