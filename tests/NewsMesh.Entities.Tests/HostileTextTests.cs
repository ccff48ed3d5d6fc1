using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tests;

public sealed class HostileTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("\u00AD")]
    [InlineData("...")]
    [InlineData("\r\n\r\n")]
    public void Text_without_words_has_no_entities(string text) =>
        Assert.Empty(Shared.Recognizer.Recognize(null, text));

    /// <summary>Each would take minutes, not moments, were the tokeniser or the splitter quadratic.</summary>
    [Theory]
    [InlineData("A")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("'s")]
    [InlineData("a-")]
    [InlineData("a'")]
    [InlineData("www.")]
    [InlineData("http://)")]
    [InlineData("\uD83D")]
    [InlineData("\u0301")]
    [InlineData("\n")]
    [InlineData("\u200D\u2764")]
    [InlineData("\" ")]
    [InlineData("1,")]
    public void A_million_characters_of_the_same_are_split(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        var tokens = Tokenizer.Tokenize(text);

        Assert.Equal(tokens.Count, SentenceSplitter.Split(text, tokens).Sum(r => r.End.Value - r.Start.Value));
    }

    [Theory]
    [InlineData("Mr. ")]
    [InlineData("Kim ")]
    [InlineData("IN PARIS\n")]
    [InlineData("\uD83D Kim's-")]
    public void Ten_thousand_times_the_same_has_exact_mentions(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 10_000));

        Assert.All(
            Shared.Recognizer.Recognize(null, text).SelectMany(e => e.Mentions),
            m => Assert.Equal(m.Text, text[m.Start..m.End]));
    }

    [Fact]
    public void A_word_of_a_million_letters_is_no_trouble() =>
        Assert.All(
            Shared.Recognizer.Recognize(null, "In " + new string('K', 1_000_000) + " he slept.").SelectMany(e => e.Mentions),
            m => Assert.InRange(m.End, 1, 1_000_003));

    [Fact]
    public void Thousands_of_namesakes_are_handled()
    {
        var names = Enumerable.Range(0, 20_000).Select(i => $"Kim X{i} Kim");
        var tagger = Shared.WithNames(("Kim", "PER"));
        var text = string.Join(". ", names);

        Assert.Equal(40_000, tagger.Recognize(null, text).Sum(e => e.Mentions.Count));
    }

    [Fact]
    public void The_tagger_takes_any_tokens()
    {
        string[][] sentences = [[], [""], ["\u00AD", "Kim"], ["\uD800", " ", "\n"], [new string('K', 100_000)]];

        var names = Shared.Tagger.Tag([TokenizedText.FromTokens(sentences)])[0];

        Assert.All(names, name => Assert.InRange(name.End, name.First + 1, sentences.Sum(s => s.Length)));
    }
}
