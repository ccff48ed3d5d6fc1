using NewsMesh.Stripping.Features;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Model;

/// <summary>Which blocks are worth asking the model for: the main region with what is near it, and prose anywhere with its neighbours.</summary>
internal static class Candidates
{
    private const int NearRoot = 25;
    private const int NearProse = 2;

    /// <summary>Indices of a page's candidates, rising.</summary>
    public static int[] Of(PageEvidence page, PageFacts facts) =>
        page.Root < 0 ? [] : Of(facts, page.Table.Regions[page.Root].FirstBlock, page.Table.Regions[page.Root].EndBlock);

    /// <summary>Indices of the candidates in and around the blocks [<paramref name="first"/>, <paramref name="end"/>), rising.</summary>
    public static int[] Of(PageFacts facts, int first, int end)
    {
        var candidates = new List<int>();
        for (var i = 0; i < facts.Blocks.Count; i++)
        {
            var near = i >= first - NearRoot && i < end + NearRoot;
            if (!facts.Certain[i] && (near || facts.Prose[i] || i - facts.PreviousProse[i] <= NearProse || facts.NextProse[i] - i <= NearProse))
                candidates.Add(i);
        }

        return [.. candidates];
    }
}
