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

        return best;
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
