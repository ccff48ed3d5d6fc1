using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Finds the region that holds the article.</summary>
/// <remarks>
/// The tree form of maximum-subsequence segmentation (Pasternack and Roth, "Extracting article text from the web with
/// maximum subsequence segmentation", WWW 2009): every block is worth its letters of prose or costs a little, and the subtree
/// with the largest sum is the article. Ties go to the innermost.
/// </remarks>
internal static class MainRegion
{
    /// <summary>Index of the region, -1 for a page without blocks.</summary>
    public static int Find(RegionTable table, Guide guide)
    {
        var sums = new double[table.Blocks.Count + 1];
        for (var i = 0; i < table.Blocks.Count; i++)
        {
            table.Blocks[i].Score = Score(table, guide, table.Blocks[i]);
            sums[i + 1] = sums[i] + table.Blocks[i].Score;
        }

        var best = -1;
        var bestScore = double.NegativeInfinity;
        for (var i = 0; i < table.Regions.Count; i++)
        {
            var region = table.Regions[i];
            if (region.EndBlock == region.FirstBlock)
                continue;
            var sum = sums[region.EndBlock] - sums[region.FirstBlock];
            if (sum > 0)
                sum *= Bonus(table.Own[i]);
            if (sum >= bestScore)
                (best, bestScore) = (i, sum);
        }

        return best < 0 ? best : OneArticle(table, best);
    }

    // Endless pages put the next stories below the first; the page's title is that of the one that holds it.
    private static int OneArticle(RegionTable table, int root)
    {
        var holder = -1;
        var others = 0;
        for (var i = root; i < table.Regions.Count && table.Regions[i].FirstBlock < table.Regions[root].EndBlock; i++)
        {
            var region = table.Regions[i];
            if (region.Tag != "article" || region.EndBlock > table.Regions[root].EndBlock || table.Prose(region.FirstBlock, region.EndBlock) < Weights.ArticleProse)
                continue;
            if (region.FirstBlock <= table.FirstTitle && table.FirstTitle < region.EndBlock)
                holder = i;
            else if (holder >= 0 && region.FirstBlock >= table.Regions[holder].EndBlock)
                others++;
        }

        return holder >= 0 && others > 0 ? holder : root;
    }

    private static double Bonus(Hints hints) =>
        (hints & Hints.Body) != 0 ? Weights.BodyBonus : (hints & Hints.Article) != 0 ? Weights.ArticleBonus : 1;

    private static double Score(RegionTable table, Guide guide, Block block)
    {
        var score = ProseScore.Of(block);
        if (score <= 0)
            return score;
        var hints = table.Context[block.Region] & Hints.Negative;
        if (hints == 0 || guide.Covers(block.Text))
            return score;
        return (hints & ~HintSets.Weak) == 0 ? score * Weights.WeakHintedShare : -score * Weights.HintedShare;
    }
}
