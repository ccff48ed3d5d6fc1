using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Features;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Model;

/// <summary>Turns the model's probabilities into verdicts: where it agrees with the rules theirs stand, with their reasons.</summary>
internal static class ModelVerdicts
{
    // Where the model keeps less than this share of what the rules keep, it does not know such pages: the rules decide.
    private const double FallbackShare = 0.2;

    // How much likelier than what the rules keep a block that they drop must be, by cross-validation.
    private const double DroppedMargin = 0.05;

    /// <summary>Sets the verdicts; leaves the rules' as they are where the model keeps next to nothing.</summary>
    public static void Set(PageFacts facts, double threshold)
    {
        double kept = 0;
        foreach (var block in facts.Blocks)
            kept += IsLikely(block, threshold) ? block.Letters : 0;
        if (kept < FallbackShare * facts.Containers.KeptLetters)
            return;
        var (first, last) = (-1, -1);
        for (var i = 0; i < facts.Blocks.Count; i++)
        {
            if (!IsLikely(facts.Blocks[i], threshold))
                continue;
            first = first < 0 ? i : first;
            last = i;
        }

        for (var i = 0; i < facts.Blocks.Count; i++)
        {
            var block = facts.Blocks[i];
            var likely = IsLikely(block, threshold);
            if (likely != block.Verdict.Kept)
                block.Verdict = likely ? Verdict.Keep(KeptReason(block)) : Verdict.Drop(DroppedReason(facts, i, first, last));
        }
    }

    /// <summary>Whether a block of a probability is kept. A headline of another story between paragraphs is not: the model cannot tell it from a heading.</summary>
    public static bool Keeps(Block block, double probability, double threshold) =>
        block.OwnVerdict.Reason is not Reasons.CrossLink && probability >= threshold + (block.Verdict.Kept ? 0 : DroppedMargin);

    private static bool IsLikely(Block block, double threshold) => Keeps(block, block.Probability, threshold);

    private static string KeptReason(Block block) => block.Kind switch
    {
        BlockKind.Heading => Reasons.Heading,
        BlockKind.Item or BlockKind.Row or BlockKind.Code => Reasons.Item,
        _ => Reasons.Likely,
    };

    // What speaks against a block that the rules would keep.
    private static string DroppedReason(PageFacts facts, int at, int first, int last)
    {
        var block = facts.Blocks[at];
        if (CreditLine.Is(block.Text))
            return Reasons.Credit;
        if (facts.Blocks[at].IsNotice)
            return Reasons.Phrase;
        if (PhraseCues.NamesPicture(block.Text))
            return Reasons.Caption;
        if (block.LinkDensity >= Weights.LinkedShare)
            return Reasons.Links;
        return at < first ? Reasons.Before : at > last ? Reasons.After : Reasons.Unlikely;
    }
}
