using System.Text;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Tests;

public sealed class OffsetTests
{
    private static readonly string[] Pieces =
    [
        "Kim Jong Un", "Mr. Smith", "the U.S.", "Moscow", "Reuters", "’s", "'s", " ", "\n", "\r\n", "\r", "\n\n", ".", "! ", "“", "”", "—", "…", "said",
        "in", "\u00AD", "\u200B", "\u200D", "\uFEFF", "\u0301", "\uD83D", "\uDC4D", "\uD83D\uDC4D\uD83C\uDFFD", "https://example.org/a.", "@kim", "12,5",
        "INC.", "北京", "القاهرة", "\0", "\t", "-", "--", "(", ")", "O’Brien", "A", "LONDON", "É", "\u2028",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_mention_is_what_its_offsets_say_in_texts_of_random_pieces(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(60); n > 0; n--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) > 0 ? " " : "");
            }

            AssertExact(text.ToString());
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_mention_is_what_its_offsets_say_in_random_UTF16(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 150; i++)
        {
            var units = new char[random.Next(200)];
            for (var k = 0; k < units.Length; k++)
            {
                units[k] = (char)random.Next(random.Next(2) == 0 ? 0x80 : 0x10000);
            }

            AssertExact(new string(units));
        }
    }

    [Fact]
    public void Tokens_cover_all_but_white_space_in_order()
    {
        var random = new Random(6);
        for (var i = 0; i < 300; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var at = 0;
            foreach (var token in Tokenizer.Tokenize(text))
            {
                Assert.True(token.Start >= at && token.End > token.Start && token.End <= text.Length);
                Assert.DoesNotContain(text[at..token.Start], c => char.IsLetterOrDigit(c));
                at = token.End;
            }

            Assert.DoesNotContain(text[at..], c => char.IsLetterOrDigit(c));
        }
    }

    private static void AssertExact(string text)
    {
        var entities = Shared.Recognizer.Recognize(text, text);
        foreach (var entity in entities)
        {
            Assert.NotEmpty(entity.Mentions);
            Assert.NotEqual("", entity.Name.Trim());
            Assert.Equal(entity.Mentions.OrderBy(m => m.Start), entity.Mentions);
        }

        var end = 0;
        foreach (var mention in entities.SelectMany(e => e.Mentions).OrderBy(m => m.Start))
        {
            Assert.True(mention.Start >= end, "mentions overlap");
            Assert.Equal(mention.Text, text[mention.Start..mention.End]);
            end = mention.End;
        }
    }
}
