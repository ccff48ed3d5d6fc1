using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Tests.Signatures;

public sealed class SourceRepeatsTests
{
    private const string Footer =
        "The Calder Post belongs to the people who read it and to nobody else, and is printed in the old tannery. It has 3 presses and "
        + "is delivered by 40 carriers. Those who want to help us may order the paper for a friend, or write to the desk at any time.";

    private static readonly DedupParameters Parameters = DedupParameters.Default;

    [Fact]
    public void A_learnt_footer_is_left_out_of_signature_and_bands()
    {
        var builder = Learnt(Parameters.SourceRepeats);

        var signed = builder.Build(Texts.Title, Texts.Body + "\n\n" + Footer, "Calder Post");

        // The ends of the passage are known to the next counted shingle only.
        Assert.InRange(signed.Letters - Texts.Sign(Texts.Title, Texts.Body).Letters, 0, 80);
        // Of its figures none is left: the four of the body are all that both have.
        Assert.Equal(4.5 / 5, PairFeatures.Of(signed, Texts.Sign(Texts.Title, Texts.Body)).FigureJaccard, 6);
        var own = Texts.Sign(Texts.Title, Texts.Body).Bands;
        Assert.InRange(signed.Bands.Intersect(own).Count(), own.Count - 5, own.Count);
        Assert.Equal(Texts.Sign(Texts.Title, Texts.Body + Footer).Fingerprint, signed.Fingerprint);
    }

    [Fact]
    public void A_learnt_opening_is_left_out_and_what_follows_it_is_the_lead()
    {
        var builder = Learnt(Parameters.SourceRepeats);

        var signed = builder.Build("", Footer + "\n\n" + Texts.Body, "Calder Post");

        var features = PairFeatures.Of(signed, Texts.Sign("", Texts.Body));
        Assert.InRange(features.Lead.Least, 0.6, 1);
        Assert.InRange(features.Figures.Agreeing, 5, 20);
        Assert.Equal(0, features.Figures.Differing, 6);
    }

    [Fact]
    public void One_article_less_is_not_enough_and_another_source_has_its_own()
    {
        var text = Texts.Body + "\n\n" + Footer;
        var whole = Texts.Sign(Texts.Title, text).Letters;

        Assert.Equal(whole, Learnt(Parameters.SourceRepeats - 1).Build(Texts.Title, text, "Calder Post").Letters);
        Assert.Equal(whole, Learnt(Parameters.SourceRepeats).Build(Texts.Title, text, "Venn Courier").Letters);
        Assert.Equal(whole, Learnt(Parameters.SourceRepeats).Build(Texts.Title, text).Letters);
    }

    [Fact]
    public void Updates_of_one_story_do_not_make_it_a_footer()
    {
        var builder = new SignatureBuilder(Parameters);
        ArticleSignature? last = null;
        for (var update = 0; update < 12; update++)
        {
            var signature = builder.Build(Texts.Title, Texts.Edited(update), "Calder Post");
            builder.Learn("Calder Post", signature, last);
            last = signature;
        }

        Assert.Equal(Texts.Sign(Texts.Title, Texts.Body).Letters, builder.Build(Texts.Title, Texts.Body, "Calder Post").Letters);
    }

    [Fact]
    public void An_article_of_nothing_else_keeps_its_repeated_passage()
    {
        var alone = Learnt(Parameters.SourceRepeats).Build("", Footer, "Calder Post");
        Assert.Equal(Texts.Sign("", Footer).Letters, alone.Letters);
    }

    /// <summary>A builder that has seen a number of articles with the footer.</summary>
    private static SignatureBuilder Learnt(int articles)
    {
        var builder = new SignatureBuilder(Parameters);
        for (var i = 0; i < articles; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 40).Select(word => $"word{(i * 7919) + (word * 104_729)}"));
            builder.Learn("Calder Post", builder.Build("", $"{text}\n\n{Footer}", "Calder Post"), followed: null);
        }

        return builder;
    }
}
