namespace NewsMesh.Ingest.Tests;

public sealed class LanguageChoiceTests
{
    private static readonly string LongText = string.Concat(Enumerable.Repeat("words and more words ", 20));

    [Theory]
    [InlineData("de", "fr", "en", "de")] // what the submitter says
    [InlineData("pt-BR", null, "en", "pt")]
    [InlineData("EN_gb", null, "und", "en")]
    [InlineData("iw", null, "und", "he")]
    [InlineData("english", "fr", "en", "en")] // no tag: the text
    [InlineData("xx", null, "en", "en")]
    [InlineData("", null, "en", "en")]
    [InlineData(null, "fr", "en", "en")] // long text over the attribute
    [InlineData(null, "fr-CA", "und", "fr")]
    [InlineData(null, "eng", "und", "und")]
    [InlineData(null, null, "und", "und")]
    public void The_language_of_long_text(string? submitted, string? declared, string guess, string language) =>
        Assert.Equal(language, new LanguageChoice(new FixedGuesser(guess)).Choose(submitted, declared, LongText));

    [Theory]
    [InlineData("fr", "en", "fr")]
    [InlineData(null, "en", "en")]
    public void The_attribute_wins_over_a_guess_from_little_text(string? declared, string guess, string language) =>
        Assert.Equal(language, new LanguageChoice(new FixedGuesser(guess)).Choose(null, declared, "few words"));

    [Fact]
    public void The_guess_is_made_from_a_bounded_sample()
    {
        var guesser = new FixedGuesser("en");
        new LanguageChoice(guesser).Choose(null, null, new string('a', 10_000_000));
        Assert.Equal(LanguageChoice.SampleLength, guesser.Asked?.Length);
    }

    [Fact]
    public void The_guess_is_made_from_what_readers_see()
    {
        var guesser = new FixedGuesser("en");
        var intake = new ArticleIntake(new IngestLimits(), guesser);
        intake.Take(new Submission { Html = "<script>var x</script><p>The ferry</p>" }, null, default);
        Assert.Equal("The ferry", guesser.Asked);
    }
}
