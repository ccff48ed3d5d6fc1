using NewsMesh.Dedup.Explaining;

namespace NewsMesh.Dedup.Tests.Explaining;

public sealed class SharedPassagesTests
{
    private const int All = 100_000;

    [Fact]
    public void Passages_are_found_whatever_their_case_and_punctuation_the_longest_first()
    {
        const string First = "Alpha. The old swing bridge stays open through the winter, she said. Middle part. One two three four five six!";
        const string Second = "ONE TWO, THREE four five six and then: the OLD swing-bridge no; the old swing bridge stays open through the winter.";

        var passages = SharedPassages.Find(First, Second, All, 10);

        Assert.Equal(
            ["The old swing bridge stays open through the winter,", "One two three four five six!"], passages.Select(passage => passage.Text));
        Assert.Equal([9, 6], passages.Select(passage => passage.Words));
        Assert.All(passages, passage => Assert.StartsWith(passage.Text, First[passage.StartInFirst..], StringComparison.Ordinal));
        Assert.StartsWith("the old swing bridge stays", Second[passages[0].StartInSecond..], StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_counts_twice()
    {
        const string Text = "a b c d e f g h a b c d e f g h";
        var passage = Assert.Single(SharedPassages.Find("a b c d e f g h", Text, All, 10));
        Assert.Equal(8, passage.Words);
        Assert.Single(SharedPassages.Find(Text, "a b c d e f g h", All, 10));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("one two three four five", "one two three four five")]
    [InlineData(". , ; ! ? - . , ;", ". , ; ! ? - . , ;")]
    [InlineData(Texts.Body, Texts.Unrelated)]
    public void Short_runs_and_punctuation_are_no_passages(string first, string second) =>
        Assert.Empty(SharedPassages.Find(first, second, All, 10));

    [Fact]
    public void A_text_that_repeats_itself_ends_soon()
    {
        var text = string.Concat(Enumerable.Repeat("na ", 20_000));
        Assert.NotEmpty(SharedPassages.Find(text, text, 6_000, 3));
    }
}
