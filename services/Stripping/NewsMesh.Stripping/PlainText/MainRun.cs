using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Finds the run of lines with the most prose: maximum-subsequence segmentation (see <see cref="MainRegion"/>), on a line instead of a tree.</summary>
internal static class MainRun
{
    // In letters of prose: what it takes to go on past the heading of a comment section, and past a request of the site.
    private const double EnderCost = 250;
    private const double NoticeCost = 60;

    // Teasers are one short sentence each.
    private const int ShortProse = 180;
    private const double ShortShare = 0.5;

    private const int MostLabels = 3;

    /// <summary>First line and one past the last; both 0 where there is nothing.</summary>
    public static (int First, int End) Find(List<Block> blocks)
    {
        var best = (First: 0, End: 0);
        double bestSum = 0, sum = 0;
        var start = 0;
        var labels = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            blocks[i].Score = Score(blocks[i], labels);
            labels = blocks[i].IsProse || blocks[i].EndsSentence ? 0 : labels + 1;
            sum += blocks[i].Score;
            if (sum <= 0)
                (sum, start) = (0, i + 1);
            else if (sum > bestSum)
                (bestSum, best) = (sum, (start, i + 1));
        }

        return best;
    }

    // Inside an article labels stand alone; several in a row are a menu or a list of teasers.
    private static double Score(Block block, int labelsBefore)
    {
        if (block.IsEnder)
            return -EnderCost;
        if (block.IsNotice)
            return -NoticeCost;
        var score = ProseScore.Of(block);
        if (score > 0)
            return block.Letters < ShortProse ? score * ShortShare : score;
        return block.EndsSentence ? score : score * (1 + Math.Min(labelsBefore, MostLabels));
    }
}
