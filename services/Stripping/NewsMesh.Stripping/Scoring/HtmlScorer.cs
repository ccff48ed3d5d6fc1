using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Chooses the blocks of a page that are its article.</summary>
internal static class HtmlScorer
{
    // A standfirst stands at most this many blocks before the text.
    private const int LeadReach = 25;

    /// <summary>Gives every block its verdict.</summary>
    public static PageEvidence Decide(List<Block> blocks, List<Region> regions, ArticleFacts article, Guide guide)
    {
        var title = article.Title;
        var table = new RegionTable(blocks, regions);
        var root = MainRegion.Find(table, guide);
        var evidence = new PageEvidence(blocks, table, root, article, guide);
        if (root < 0)
            return evidence;
        var region = regions[root];
        var decider = new BlockDecider(table, root, title, guide);
        for (var i = region.FirstBlock; i < region.EndBlock; i++)
            blocks[i].Verdict = blocks[i].OwnVerdict = decider.Decide(blocks[i]);
        GuideEdges.Trim(blocks, region.FirstBlock, region.EndBlock, guide);
        Edges.Trim(blocks, regions, region.FirstBlock, region.EndBlock);
        KeepLead(table, root, title);
        return evidence;
    }

    private static void KeepLead(RegionTable table, int root, string? title)
    {
        var first = table.Regions[root].FirstBlock;
        var from = TitleBefore(table, first, title);
        if (from < 0)
            return;
        for (var i = from + 1; i < first; i++)
        {
            var block = table.Blocks[i];
            var hints = table.Context[block.Region];
            if ((hints & Hints.Negative) == 0 && block.LinkDensity < 0.2 && (ProseScore.IsProse(block) || ((hints & Hints.Lead) != 0 && block.Letters >= Weights.SentenceLetters))
                && !PhraseCues.IsBoilerplate(block.Text))
                block.Verdict = Verdict.Keep(Reasons.Lead);
        }
    }

    private static int TitleBefore(RegionTable table, int first, string? title)
    {
        for (var i = first - 1; i >= 0 && i >= first - LeadReach; i--)
        {
            if (i == table.FirstTitle || (title is not null && table.Blocks[i].Kind == BlockKind.Heading && TitleMatch.Same(table.Blocks[i].Text, title)))
                return i;
        }

        return -1;
    }
}
