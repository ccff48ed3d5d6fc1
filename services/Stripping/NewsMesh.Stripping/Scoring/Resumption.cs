using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Tells whether an article goes on below a cue such as “Read also”, or ends there.</summary>
/// <remarks>
/// It goes on where a run of paragraphs follows that stand as those before the cue do: in the same container, at the same depth
/// below it. Comments and summaries of other stories have containers, links or headings of their own between them.
/// </remarks>
internal static class Resumption
{
    // Less is as often a note on the author, or a summary of another story.
    private const int RunLetters = 200;

    // A cue has one teaser; a list of summaries is where the article ends.
    private const int MostTeasers = 1;

    // Paragraphs further down are another story. The bound also keeps pages full of cues linear.
    private const int Reach = 40;

    /// <summary>Index of the first block of the article's next part; -1 where there is none.</summary>
    /// <param name="blocks">Decided blocks.</param>
    /// <param name="regions">The page's regions; plain text has none, and does not go on.</param>
    /// <param name="cue">Index of the cue.</param>
    /// <param name="end">One past the last block of the main region.</param>
    /// <param name="before">The last two paragraphs before the cue, which show where the article's text stands.</param>
    public static int Find(List<Block> blocks, List<Region> regions, int cue, int end, (Block? First, Block? Last) before)
    {
        if (regions.Count == 0 || before is not ({ } first, { } last) || blocks[cue].OpensComments)
            return -1;
        var place = new Place(regions, first, last);
        int start = 0, letters = 0, teasers = 0;
        for (var i = cue + 1; i < Math.Min(end, cue + Reach); i++)
        {
            var block = blocks[i];
            var prose = block.Verdict.Kept && block.IsProse;
            if (prose && place.Holds(block))
            {
                start = letters == 0 ? i : start;
                letters += block.Letters;
                if (letters >= RunLetters)
                    return WithHeadings(blocks, place, start, cue);
            }
            else if (block.OpensComments || (prose && ++teasers > MostTeasers))
            {
                return -1;
            }
            else if (prose || block.Kind == BlockKind.Heading || block.LinkDensity >= Weights.LinkedShare)
            {
                letters = 0;
            }
        }

        return -1;
    }

    private static int WithHeadings(List<Block> blocks, Place place, int start, int cue)
    {
        while (start > cue + 1
            && blocks[start - 1] is { Kind: BlockKind.Heading, Verdict.Kept: true } heading
            && place.HoldsAtDepth(heading))
            start--;
        return start;
    }

    /// <summary>Where the article's paragraphs stand: the innermost region around two of them, and how far below it.</summary>
    private sealed class Place(List<Region> regions, Block first, Block last)
    {
        private readonly int _container = Common(regions, first.Region, last.Region);
        private readonly int _depth = Depth(regions, last.Region, Common(regions, first.Region, last.Region));

        public bool Holds(Block block) => block.Kind == last.Kind && HoldsAtDepth(block);

        public bool HoldsAtDepth(Block block) =>
            Common(regions, block.Region, _container) == _container && Depth(regions, block.Region, _container) == _depth;

        // Regions are numbered in document order: of two, only the one with the smaller number can be around the other.
        private static int Common(List<Region> regions, int a, int b)
        {
            while (a != b)
                (a, b) = a > b ? (regions[a].Parent, b) : (a, regions[b].Parent);
            return a;
        }

        private static int Depth(List<Region> regions, int region, int container)
        {
            var depth = 0;
            for (var at = region; at != container; at = regions[at].Parent)
                depth++;
            return depth;
        }
    }
}
