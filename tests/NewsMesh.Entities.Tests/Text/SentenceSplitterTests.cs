using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("He left. She stayed.", "He left .|She stayed .")]
    [InlineData("Mr. Smith met Gen. Doe. They talked.", "Mr. Smith met Gen. Doe .|They talked .")]
    [InlineData("He lives in the U.S. The plan failed.", "He lives in the U.S.|The plan failed .")]
    [InlineData("The U.S. Senate met.", "The U.S. Senate met .")]
    [InlineData("It hired Acme Inc. In May it grew.", "It hired Acme Inc.|In May it grew .")]
    [InlineData("“Go!” he said. “Now.” Then he left.", "“ Go ! ” he said .|“ Now . ”|Then he left .")]
    [InlineData("He left. \"I am tired,\" he said.", "He left .|\" I am tired , \" he said .")]
    [InlineData("A headline without a stop\n\nThe text starts.", "A headline without a stop|The text starts .")]
    [InlineData("Short heading\nThe text starts.", "Short heading|The text starts .")]
    [InlineData("Prices rose 3.5 percent. 12 people died.", "Prices rose 3.5 percent .|12 people died .")]
    [InlineData("Batting .467 (14 for 30), he won.", "Batting .467 ( 14 for 30 ) , he won .")]
    [InlineData("1. Anna Berg 38.87 seconds\n2. Vera Lund 39.01", "1. Anna Berg 38.87 seconds|2. Vera Lund 39.01")]
    [InlineData("one\r\n\r\ntwo", "one|two")]
    [InlineData("", "")]
    public void Text_is_split_into_sentences(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Sentences(text)));

    [Fact]
    public void A_line_wrapped_by_hand_goes_on()
    {
        const string text = "The minister said on Friday that the government of President Kim\nJong Un would not sign the agreement that was offered.";

        Assert.Single(Sentences(text));
    }

    /// <summary>The second line is as long as a wrapped one, but the next word would have fitted after the first.</summary>
    [Fact]
    public void Rows_of_a_table_are_not_taken_for_wrapped_lines()
    {
        const string text =
            "Berg, Anna (Northfield Harriers) 51.98 seconds in lane 4\nLund, Vera (Athletic Club of the Southern Province) 52.20 seconds in lane five";

        Assert.Equal(2, Sentences(text).Length);
    }

    [Fact]
    public void An_endless_sentence_is_cut()
    {
        var sentences = Sentences(string.Concat(Enumerable.Repeat("word ", 1000)));

        Assert.Equal([400, 400, 200], sentences.Select(s => s.Split(' ').Length));
    }

    private static string[] Sentences(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return [.. SentenceSplitter.Split(text, tokens)
            .Select(r => string.Join(' ', tokens.Take(r).Select(t => t.Of(text).ToString())))];
    }
}
