using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Decides on each block inside the main region by what it is and where it stands; edges are seen to later.</summary>
internal sealed class BlockDecider(RegionTable table, int root, string? title, Guide guide)
{
    // Names like "meta" or "summary" also sit on real paragraphs: so much unlinked prose outweighs them.
    private const int OutweighingLetters = 150;

    /// <summary>The verdict on one block.</summary>
    public Verdict Decide(Block block)
    {
        var hints = table.Inside(block, root) & Hints.Negative;
        var prose = ProseScore.IsProse(block);
        if (prose && guide.Covers(block.Text))
            return Verdict.Keep(Reasons.Paragraph);
        if (hints != 0 && !(prose && (hints & ~HintSets.Weak) == 0 && block.Letters >= OutweighingLetters && block.LinkDensity < 0.2))
            return Verdict.Drop(Reasons.For(hints));
        if (block.Kind == BlockKind.Caption)
            return Verdict.Drop(Reasons.Caption);
        if (title is not null && (TitleMatch.Same(block.Text, title) || TitleMatch.Leads(block.Text, title)))
            return Verdict.Drop(Reasons.Title);
        if (PhraseCues.IsBoilerplate(block.Text))
            return Verdict.Drop(Reasons.Phrase);
        if (block.LinkDensity >= Weights.LinkedShare && !(prose || IsLinkedProse(block)))
            return Verdict.Drop(Reasons.Links);
        return block.Kind switch
        {
            BlockKind.Heading => Verdict.Keep(Reasons.Heading),
            BlockKind.Item or BlockKind.Row or BlockKind.Code => Verdict.Keep(Reasons.Item),
            BlockKind.Text when !prose && !IsShortSentence(block) => Verdict.Drop(Reasons.Label),
            _ => Verdict.Keep(Reasons.Paragraph),
        };
    }

    private static bool IsLinkedProse(Block block) => block.EndsSentence && block.Letters >= Weights.LongLetters && block.LinkDensity < 0.8;

    private static bool IsShortSentence(Block block) => block.EndsSentence && block.Letters >= 12;
}
