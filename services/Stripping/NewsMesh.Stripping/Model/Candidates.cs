using NewsMesh.Stripping.Features;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Model;

/// <summary>Which blocks are worth asking the model for: the main region with what is near it, and prose anywhere with its neighbours.</summary>
internal static class Candidates
{
    private const int NearRoot = 25;
    private const int NearProse = 2;

    // Without elements a table or a list of short lines is told from a menu by its neighbours alone.
    private const int NearRun = 40;
    private const int LinesNearProse = 15;

    /// <summary>Indices of a page's candidates, rising.</summary>
    public static int[] Of(PageEvidence page, PageFacts facts) =>
        page.Root < 0 ? [] : Of(facts, page.Table.Regions[page.Root].FirstBlock, page.Table.Regions[page.Root].EndBlock, NearRoot, NearProse);

    /// <summary>Indices of the candidates of a plain text in and around the run of lines [<paramref name="first"/>, <paramref name="end"/>), rising.</summary>
    public static int[] OfLines(PageFacts facts, int first, int end) => Of(facts, first, end, NearRun, LinesNearProse);

    private static int[] Of(PageFacts facts, int first, int end, int nearMain, int nearProse)
    {
        var candidates = new List<int>();
        for (var i = 0; i < facts.Blocks.Count; i++)
        {
            var near = i >= first - nearMain && i < end + nearMain;
            if (!facts.Certain[i] && (near || facts.Blocks[i].IsProse || i - facts.PreviousProse[i] <= nearProse || facts.NextProse[i] - i <= nearProse))
                candidates.Add(i);
        }

        return [.. candidates];
    }
}
