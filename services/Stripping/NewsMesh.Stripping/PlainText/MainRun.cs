using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Finds the run of lines with the most prose: maximum-subsequence segmentation (see <see cref="MainRegion"/>), on a line instead of a tree.</summary>
internal static class MainRun
{
    /// <summary>First line and one past the last; both 0 where there is nothing.</summary>
    public static (int First, int End) Find(List<Block> blocks)
    {
        var best = (First: 0, End: 0);
        double bestSum = 0, sum = 0;
        var start = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            blocks[i].Score = ProseScore.Of(blocks[i]);
            sum += blocks[i].Score;
            if (sum <= 0)
                (sum, start) = (0, i + 1);
            else if (sum > bestSum)
                (bestSum, best) = (sum, (start, i + 1));
        }

        return best;
    }
}
