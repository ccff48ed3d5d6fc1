using NewsMesh.Stripping.Blocks;
using NewsMesh.Stripping.Scoring;

namespace NewsMesh.Stripping.Features;

/// <summary>
/// Tells the blocks that the rules are sure enough of that no model is asked, and that are dropped: phrases of the site, dates, bylines, the
/// headline once more above the text, captions as agencies write them, lines on who contributed, links in capitals, links between paragraphs,
/// bare numbers, headings that head nothing, what stands below the heading of the comments or is missing from the page's own copy.
/// </summary>
internal static class CertainBlocks
{
    private const int ShortestShout = 20;

    // A longer one may be a sentence of the article that begins like a notice.
    private const int LongestNotice = 120;

    private const int LongestDate = 60;
    private const int MostDateWords = 10;
    private const int MostOtherWords = 5;

    /// <summary>Whether each of a page's blocks is certain.</summary>
    public static bool[] Of(PageFacts facts)
    {
        var certain = new bool[facts.Blocks.Count];
        var (comments, begun) = (false, false);
        for (var i = 0; i < certain.Length; i++)
        {
            var block = facts.Blocks[i];
            comments |= block.OpensComments && block.Verdict.Reason is Reasons.After;
            certain[i] = IsNotice(block) || AgencyCaption.Is(block.Text) || CreditLine.IsPlain(block.Text) || (!begun && IsHead(facts, i))
                || (!block.Verdict.Kept && (comments || IsDropped(block, facts.IsPlainText)));
            begun |= block.IsProse && block.Verdict.Kept;
        }

        return certain;
    }

    private static bool IsNotice(Block block) => block.IsNotice && (block.Text.Length <= LongestNotice || PhraseCues.IsOffer(block.Text));

    // A date, or the headline once more, above the text.
    private static bool IsHead(PageFacts facts, int at) => facts.Title?.Is(facts.Blocks[at].Text) == true || IsDateLine(facts, at);

    // Between paragraphs a date may be a heading of the article's own.
    private static bool IsDateLine(PageFacts facts, int at)
    {
        if (facts.Blocks[at].EndsSentence || facts.Blocks[at].Text.Length > LongestDate || !facts.IsDate(at))
            return false;
        var shape = facts.Shape(at);
        return shape.Words <= MostDateWords && shape.Words - shape.Of(WordClass.Time) <= MostOtherWords;
    }

    private static bool IsDropped(Block block, bool plainText) =>
        block.OwnVerdict.Reason is Reasons.Date or Reasons.Byline || (block.OwnVerdict.Reason is Reasons.CrossLink && !plainText) || block.Verdict.Reason is Reasons.Lonely or Reasons.Unguided
        || IsShouted(block) || !TextMeasure.HasLetter(block.Text);

    // A link to another story between paragraphs.
    private static bool IsShouted(Block block) =>
        block.LinkDensity > 0.95 && block.Letters > ShortestShout && !TextMeasure.HasLower(block.Text) && block.Text.Any(char.IsUpper);
}
