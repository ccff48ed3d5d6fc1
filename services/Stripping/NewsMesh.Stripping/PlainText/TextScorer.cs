using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Chooses the lines of a plain text that are its article.</summary>
internal static class TextScorer
{
    /// <summary>Gives every block the rules' verdict.</summary>
    public static TextEvidence Decide(List<Block> blocks)
    {
        var (first, end) = MainRun.Find(blocks);
        var title = TextTitle.Find(blocks, first);
        for (var i = first; i < end; i++)
            blocks[i].Verdict = blocks[i].OwnVerdict = Decide(blocks, i, title);
        Edges.Trim(blocks, [], first, end);
        return new TextEvidence(blocks, first, end, title);
    }

    private static Verdict Decide(List<Block> blocks, int i, string? title)
    {
        var block = blocks[i];
        if (title is not null && TitleMatch.Same(block.Text, title))
            return Verdict.Drop(Reasons.Title);
        if (Breadcrumb.LastPart(block.Text) is not null)
            return Verdict.Drop(Reasons.Breadcrumb);
        if (PhraseCues.IsBoilerplate(block.Text) || PhraseCues.EndsArticle(block.Text))
            return Verdict.Drop(Reasons.Phrase);
        if (ByLine.IsByline(block.Text))
            return Verdict.Drop(Reasons.Byline);
        if (ProseScore.IsProse(block) || block.EndsSentence)
            return Verdict.Keep(Reasons.Paragraph);
        return TextLines.IsCrossLink(block, At(blocks, i - 1), At(blocks, i + 1)) ? Verdict.Drop(Reasons.CrossLink) : Verdict.Keep(Reasons.Heading);
    }

    private static Block? At(List<Block> blocks, int i) => i >= 0 && i < blocks.Count ? blocks[i] : null;
}
