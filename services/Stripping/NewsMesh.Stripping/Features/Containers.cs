using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Features;

/// <summary>Where blocks stand in the tree: the region that holds a block's paragraph, and the one that holds most of the text the rules keep.</summary>
internal sealed class Containers
{
    private readonly IReadOnlyList<Block> _blocks;
    private readonly IReadOnlyList<Region> _regions;
    private readonly int[] _depths;
    private readonly int[] _ofBlock;
    private readonly Dictionary<int, double> _signatureShares = [];
    private readonly Dictionary<(int Parent, int Own), int> _twins = [];

    public Containers(IReadOnlyList<Block> blocks, IReadOnlyList<Region> regions)
    {
        (_blocks, _regions) = (blocks, regions);
        _depths = new int[regions.Count];
        for (var i = 0; i < regions.Count; i++)
            _depths[i] = regions[i].Parent < 0 ? 0 : _depths[regions[i].Parent] + 1;
        foreach (var region in regions)
            _twins[(region.Parent < 0 ? -1 : regions[region.Parent].Signature, region.Signature)] = _twins.GetValueOrDefault((region.Parent < 0 ? -1 : regions[region.Parent].Signature, region.Signature)) + 1;
        _ofBlock = new int[blocks.Count];
        var kept = new Dictionary<int, double>();
        double all = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            _ofBlock[i] = Holder(blocks[i].Region);
            if (!blocks[i].Verdict.Kept)
                continue;
            all += blocks[i].Letters;
            kept[_ofBlock[i]] = kept.GetValueOrDefault(_ofBlock[i]) + blocks[i].Letters;
            var signature = Signature(i);
            _signatureShares[signature] = _signatureShares.GetValueOrDefault(signature) + blocks[i].Letters;
        }

        Main = kept.Count == 0 ? -1 : kept.OrderByDescending(k => k.Value).ThenBy(k => k.Key).First().Key;
        MainShare = all == 0 ? 0 : kept[Main] / all;
        KeptLetters = all;
    }

    /// <summary>Index of the region with most of the kept text; -1 where there is none.</summary>
    public int Main { get; }

    /// <summary>Its share of the kept text.</summary>
    public double MainShare { get; }

    public double KeptLetters { get; }

    public int Of(int block) => _ofBlock[block];

    public int Depth(int region) => region < 0 ? 0 : _depths[region];

    /// <summary>How many regions have the make-up of this one and of its parent.</summary>
    public int Twins(int region) => _twins[(_regions[region].Parent < 0 ? -1 : _regions[_regions[region].Parent].Signature, _regions[region].Signature)];

    /// <summary>Share of the kept text in blocks of the same make-up as this one, itself left out.</summary>
    public double SignatureShare(int block)
    {
        var others = _signatureShares.GetValueOrDefault(Signature(block)) - (_blocks[block].Verdict.Kept ? _blocks[block].Letters : 0);
        return KeptLetters == 0 ? 0 : others / KeptLetters;
    }

    /// <summary>Levels from the main region up to the first one that also holds the block, and from there down to the block.</summary>
    public (int Up, int Down) Steps(int block)
    {
        var (a, b) = (Main, _blocks[block].Region);
        int up = 0, down = 0;
        while (a != b && a >= 0 && b >= 0)
        {
            // Regions are numbered in document order: of two, only the one with the smaller number can be around the other.
            if (a > b)
                (a, up) = (_regions[a].Parent, up + 1);
            else
                (b, down) = (_regions[b].Parent, down + 1);
        }

        return (up, down);
    }

    private int Signature(int block)
    {
        var region = _blocks[block].Region;
        return region < 0 ? -1 : _regions[region].Signature;
    }

    private int Holder(int region)
    {
        while (region >= 0 && IsPart(_regions[region].Tag))
            region = _regions[region].Parent;
        return region;
    }

    private static bool IsPart(string tag) =>
        tag is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "blockquote" or "pre";
}
