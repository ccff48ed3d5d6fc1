using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>How much running text a block holds: letters of prose, or a small cost for labels and links.</summary>
internal static class ProseScore
{
    public static bool IsProse(Block block) =>
        block.Kind is not (BlockKind.Heading or BlockKind.Caption)
        && block.LinkDensity < Weights.LinkedShare
        && ((block.Letters >= Weights.LongLetters && TextMeasure.IsPunctuated(block.Text)) || (block.EndsSentence && block.Letters >= Weights.SentenceLetters));

    public static double Of(Block block)
    {
        if (block.IsProse)
            return Math.Min(block.Letters, Weights.MostLetters) * (1 - block.LinkDensity);
        if (block.Kind == BlockKind.Heading && block.LinkDensity < Weights.LinkedShare)
            return -Weights.HeadingCost;
        return block.LinkDensity < Weights.FewLinks ? Unlinked(block) : -Weights.LabelCost;
    }

    // Lists and tables of facts are short pieces without sentences; what sets them off from menus is that nothing is linked.
    private static double Unlinked(Block block) => block.Kind switch
    {
        BlockKind.Paragraph or BlockKind.Quote => block.Letters * Weights.FragmentShare,
        BlockKind.Item or BlockKind.Row or BlockKind.Code => 0,
        _ => -Weights.LabelCost,
    };
}
