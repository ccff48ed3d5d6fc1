using System.Text;

namespace NewsMesh.Ingest.Tests;

public sealed class ArticleIdsTests
{
    private readonly ArticleIntake _intake = new(new IngestLimits(), new FixedGuesser("und"));

    private string IdOf(Submission submission) => _intake.Take(submission, null, default).Value!.ArticleId;

    // Ids are keys in users' stores: these values never change.
    [Fact]
    public void Ids_are_fixed_for_ever()
    {
        Assert.Equal("04eb124138012504ac9b90b7b3d7a6f8", ArticleIds.FromUrl("https://example.com/a"));
        Assert.Equal("6991271723e62104eb5d56800fc6d4b7", ArticleIds.FromContent("The ferry sails."));
    }

    [Theory]
    [InlineData("the ferry  sails.\n")]
    [InlineData("\u00A0THE\tFERRY SAILS. ")]
    public void Case_and_white_space_do_not_make_another_article(string text) =>
        Assert.Equal(ArticleIds.FromContent("The ferry sails."), ArticleIds.FromContent(text));

    [Fact]
    public void The_unicode_form_does_not_make_another_article() =>
        Assert.Equal(ArticleIds.FromContent("Café"), ArticleIds.FromContent("Cafe\u0301"));

    [Fact]
    public void Another_word_makes_another_article() =>
        Assert.NotEqual(ArticleIds.FromContent("The ferry sails."), ArticleIds.FromContent("The ferry sinks."));

    [Fact]
    public void A_text_that_reads_like_a_url_is_not_that_page() =>
        Assert.NotEqual(ArticleIds.FromUrl("https://example.com/a"), ArticleIds.FromContent("https://example.com/a"));

    [Fact]
    public void The_same_url_names_the_same_article_whatever_the_page_says()
    {
        var first = IdOf(new Submission { Url = "https://example.com/a?utm_source=x", Html = "<p>One" });
        Assert.Equal(first, IdOf(new Submission { Url = "https://EXAMPLE.com/a#top", Html = "<p>Two" }));
        Assert.Equal(ArticleIds.FromUrl("https://example.com/a"), first);
    }

    [Fact]
    public void Without_a_url_markup_and_scripts_do_not_make_another_article()
    {
        var first = IdOf(new Submission { Html = "<p>The ferry sails.</p><script>nonce(1)</script>" });
        Assert.Equal(first, IdOf(new Submission { Html = "<div>The <b>ferry</b>\nsails.</div><script>nonce(2)</script>" }));
        Assert.Equal(first, IdOf(new Submission { Text = "The ferry sails." }));
    }

    [Fact]
    public void Pages_without_visible_text_are_told_apart_by_their_source() =>
        Assert.NotEqual(IdOf(new Submission { Html = "<script>a</script>" }), IdOf(new Submission { Html = "<script>b</script>" }));

    [Theory]
    [InlineData("\uD800")]
    [InlineData("\uFFFE")]
    [InlineData("a\u0315\u0300")]
    public void A_megabyte_of_what_normalisation_dislikes_gets_an_id(string trick) =>
        Assert.Equal(32, ArticleIds.FromContent(new StringBuilder().Insert(0, trick, 1_000_000 / trick.Length).ToString()).Length);

    [Fact]
    public void A_million_marks_on_one_letter_get_an_id() =>
        Assert.Equal(32, ArticleIds.FromContent("a" + new StringBuilder().Insert(0, "\u0315\u0300", 500_000)).Length);
}
