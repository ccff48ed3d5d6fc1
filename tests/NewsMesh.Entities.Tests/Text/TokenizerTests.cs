using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Russia's plan", "Russia|'s|plan")]
    [InlineData("Russia\u2019s plan", "Russia|\u2019s|plan")]
    [InlineData("the soldiers' wives", "the|soldiers|'|wives")]
    [InlineData("It didn't, they're, I'd", "It|did|n't|,|they|'re|,|I|'d")]
    [InlineData("O'Brien of Komsomolsk-on-Amur", "O'Brien|of|Komsomolsk-on-Amur")]
    [InlineData("Mr. Smith met Sen. J. Doe.", "Mr.|Smith|met|Sen.|J.|Doe|.")]
    [InlineData("in the U.S. at 5 p.m. today", "in|the|U.S.|at|5|p.m.|today")]
    [InlineData("$4.6 billion, 1,234.5%", "$|4.6|billion|,|1,234.5|%")]
    [InlineData("won 6-3 7-5 at 10:30 on 2024-09-15", "won|6-3|7-5|at|10:30|on|2024-09-15")]
    [InlineData("AT&T and Q&A", "AT&T|and|Q&A")]
    [InlineData("\u201CYes,\u201D he said\u2026", "\u201C|Yes|,|\u201D|he|said|\u2026")]
    [InlineData("talks -- long ones -- failed...", "talks|--|long|ones|--|failed|...")]
    [InlineData("see https://example.org/a?b=(c).", "see|https://example.org/a?b=(c|)|.")]
    [InlineData("(www.example.org)", "(|www.example.org|)")]
    [InlineData("by @reporter on #Brexit", "by|@reporter|on|#Brexit")]
    [InlineData("Mos\u00ADcow", "Mos\u00ADcow")]
    [InlineData("Jose\u0301 wins", "Jose\u0301|wins")]
    [InlineData("ok \uD83D\uDC4D\uD83C\uDFFD go", "ok|\uD83D\uDC4D\uD83C\uDFFD|go")]
    [InlineData("end.Next", "end|.|Next")]
    [InlineData("1. Berg 2.5\n 12. Lund", "1.|Berg|2.5|12.|Lund")]
    [InlineData("In 2019. He is no. 7. Then", "In|2019|.|He|is|no|.|7|.|Then")]
    [InlineData("up +0.5, down -3 or .250 (+1)", "up|+0.5|,|down|-3|or|.250|(|+1|)")]
    [InlineData("a-5 b+5", "a-5|b|+|5")]
    [InlineData("US$5, C$ 4, A$3 and $2", "US$|5|,|C|$|4|,|A$|3|and|$|2")]
    [InlineData("It is Acme Inc.\nBy Acme Inc. today", "It|is|Acme|Inc|.|By|Acme|Inc.|today")]
    [InlineData("", "")]
    [InlineData(" \r\n\t\u00A0 ", "")]
    public void Text_is_split_as_in_the_CoNLL_data(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Tokenize(text).Select(t => t.Of(text).ToString())));

    [Fact]
    public void A_lone_surrogate_is_a_token_of_its_own()
    {
        const string text = "a \uD83D b \uDC4D";

        Assert.Equal([(0, 1), (2, 3), (4, 5), (6, 7)], Tokenizer.Tokenize(text).Select(t => (t.Start, t.End)));
    }

    [Fact]
    public void A_token_of_a_million_characters_stays_one()
    {
        var text = new string('x', 1_000_000);

        Assert.Equal(new Token(0, 1_000_000), Assert.Single(Tokenizer.Tokenize(text)));
    }
}
