using NewsMesh.Dedup.Placing;

namespace NewsMesh.Dedup.Tests.Placing;

public sealed class PairVerdictTests
{
    [Fact]
    public void A_text_equal_after_normalisation_is_exact()
    {
        var verdict = Judge(Texts.Title.ToUpperInvariant(), Texts.Body.Replace(" ", "\n", StringComparison.Ordinal));
        Assert.Equal(DuplicateStatuses.Exact, verdict.Status);
        Assert.Equal(1, verdict.Similarity);
        Assert.Equal(PairReasons.Identical, verdict.Reason);
    }

    [Fact]
    public void An_edited_text_is_near()
    {
        var verdict = Judge(Texts.Title, Texts.Edited(1));
        Assert.Equal(DuplicateStatuses.Near, verdict.Status);
        Assert.InRange(verdict.Similarity, 0.9, 1);
        Assert.Equal(PairReasons.Overlapping, verdict.Reason);
    }

    [Fact]
    public void A_cut_text_is_contained()
    {
        var verdict = Judge(Texts.Title, Texts.Body[..180]);
        Assert.Equal(DuplicateStatuses.Near, verdict.Status);
        Assert.Equal(PairReasons.Contained, verdict.Reason);
    }

    [Fact]
    public void Another_text_is_unrelated()
    {
        var verdict = Judge("Choir wins", Texts.Unrelated);
        Assert.False(verdict.IsDuplicate);
        Assert.Equal(PairReasons.Unrelated, verdict.Reason);
        Assert.InRange(verdict.Probability, 0, 0.01);
    }

    [Fact]
    public void Reports_from_one_template_differ_in_their_figures()
    {
        const string template = "Shares closed {0} on {1}. The index ended at {2}, turnover was {3} million, gainers led by {4} to {5}.";
        var verdict = PairVerdict.Of(
            Texts.Sign("Stocks close", string.Format(null, template, "higher", "Monday", "2,104.31", 318, 88, 61)),
            Texts.Sign("Stocks close", string.Format(null, template, "lower", "Tuesday", "2,097.85", 402, 52, 97)),
            DedupParameters.Default);
        Assert.False(verdict.IsDuplicate);
        Assert.Equal(PairReasons.NumbersDiffer, verdict.Reason);
    }

    [Fact]
    public void A_borrowed_paragraph_at_the_end_makes_no_copy()
    {
        var verdict = Judge("Choir wins", Texts.Unrelated + " " + Texts.Unrelated + " " + Texts.Body[200..]);
        Assert.False(verdict.IsDuplicate);
    }

    private static PairVerdict Judge(string title, string text) =>
        PairVerdict.Of(Texts.Sign(Texts.Title, Texts.Body), Texts.Sign(title, text), DedupParameters.Default);
}
