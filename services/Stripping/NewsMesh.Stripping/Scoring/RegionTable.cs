using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Blocks and regions of a page with sums over any subtree in constant time.</summary>
internal sealed class RegionTable
{
    private readonly double[] _proseBefore;

    public RegionTable(List<Block> blocks, List<Region> regions)
    {
        Blocks = blocks;
        Regions = regions;
        _proseBefore = new double[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
            _proseBefore[i + 1] = _proseBefore[i] + Math.Max(0, ProseScore.Of(blocks[i]));
        FirstTitle = blocks.FindIndex(IsTitle);
        Own = new Hints[regions.Count];
        Context = new Hints[regions.Count];
        for (var i = 0; i < regions.Count; i++)
        {
            Own[i] = WithoutLayout(regions[i]);
            Context[i] = Own[i] | (regions[i].Parent < 0 ? Hints.None : Context[regions[i].Parent]);
        }
    }

    public List<Block> Blocks { get; }

    public List<Region> Regions { get; }

    /// <summary>Index of the first h1 block, -1 where there is none.</summary>
    public int FirstTitle { get; }

    /// <summary>Hints of each region, those that only describe the page's layout taken out.</summary>
    public Hints[] Own { get; }

    /// <summary>Hints of each region and all around it.</summary>
    public Hints[] Context { get; }

    /// <summary>Letters of prose in blocks [<paramref name="first"/>, <paramref name="end"/>).</summary>
    public double Prose(int first, int end) => _proseBefore[end] - _proseBefore[first];

    /// <summary>Hints of the regions around a block, up to but without <paramref name="root"/>.</summary>
    public Hints Inside(Block block, int root)
    {
        var hints = Hints.None;
        for (var at = block.Region; at > root; at = Regions[at].Parent)
            hints |= Own[at];
        return hints;
    }

    private Hints WithoutLayout(Region region)
    {
        var hints = region.Hints;
        if ((hints & Hints.Negative) == 0)
            return hints;
        var holdsTitle = FirstTitle >= region.FirstBlock && FirstTitle < region.EndBlock;
        var share = Prose(region.FirstBlock, region.EndBlock) / Math.Max(1, Prose(0, Blocks.Count));
        var layout = share > Weights.LayoutShare && (holdsTitle || (hints & (Hints.Comments | Hints.Hidden)) == 0);
        return layout ? hints & ~Hints.Negative : hints;
    }

    private bool IsTitle(Block block)
    {
        for (var at = block.Region; at >= 0; at = Regions[at].Parent)
        {
            if (Regions[at].Tag == "h1")
                return true;
            if (block.Kind != BlockKind.Heading)
                return false;
        }

        return false;
    }
}
