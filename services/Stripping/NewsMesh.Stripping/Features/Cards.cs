using System.Runtime.InteropServices;
using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Features;

/// <summary>Elements of one make-up side by side that hold several blocks each: teasers with a linked headline, comments, entries of a list.</summary>
internal sealed class Cards
{
    // How far above a block its card may be.
    private const int Levels = 6;

    // Shorter links are labels: “More”, a name, a section.
    private const int HeadlineLetters = 12;
    private const double HeadlineLinked = 0.9;

    private readonly IReadOnlyList<Region> _regions;
    private readonly Dictionary<(int Parent, int Signature), (int Count, int Headlines, double Letters)> _rows = [];

    public Cards(IReadOnlyList<Block> blocks, IReadOnlyList<Region> regions)
    {
        _regions = regions;
        var letters = new double[blocks.Count + 1];
        var headlines = new int[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
        {
            letters[i + 1] = letters[i] + blocks[i].Letters;
            headlines[i + 1] = headlines[i] + (blocks[i].LinkDensity > HeadlineLinked && blocks[i].Letters >= HeadlineLetters ? 1 : 0);
        }

        foreach (var region in regions)
        {
            if (!IsCard(region))
                continue;
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, (region.Parent, region.Signature), out _);
            var headline = headlines[region.EndBlock] > headlines[region.FirstBlock] ? 1 : 0;
            row = (row.Count + 1, row.Headlines + headline, row.Letters + letters[region.EndBlock] - letters[region.FirstBlock]);
        }
    }

    /// <summary>How many stand in the longest row around a block, the share of them with a linked headline, and their mean length in letters.</summary>
    public (int Count, double Headlines, double Letters) Around(Block block)
    {
        (int Count, double Headlines, double Letters) best = default;
        var at = block.Region;
        for (var level = 0; level < Levels && at >= 0; level++, at = _regions[at].Parent)
        {
            if (IsCard(_regions[at]) && _rows[(_regions[at].Parent, _regions[at].Signature)] is var row && row.Count > best.Count)
                best = (row.Count, (double)row.Headlines / row.Count, row.Letters / row.Count);
        }

        return best;
    }

    private static bool IsCard(Region region) => region.EndBlock - region.FirstBlock > 1;
}
