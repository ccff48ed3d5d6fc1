using System.Text;
using NewsMesh.Dedup.Normalization;

namespace NewsMesh.Dedup.Tests.Normalization;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("The U.S. “cannot” wait", "The US \"cannot\" wait")]
    [InlineData("ad­ver­tise­ment", "advertisement")]
    [InlineData("ad\u00advertise\u200bment", "ADVERTISEMENT")]
    [InlineData("São Paulo — café", "Sao Paulo - cafe")]
    [InlineData("Straße nach Łódź", "Strasse nach Lodz")]
    [InlineData("ﬁne ﬂags Ⅳ", "fine flags IV")]
    [InlineData("R&amp;D rose 5&nbsp;%", "R&D rose 5 %")]
    [InlineData("hard\nwrapped\r\n  lines", "hard wrapped lines")]
    [InlineData("don’t", "dont")]
    public void Forms_of_one_text_become_equal(string a, string b)
    {
        Assert.Equal(TextNormalizer.Normalize(a, 1000), TextNormalizer.Normalize(b, 1000));
    }

    [Fact]
    public void Composed_and_decomposed_forms_become_equal()
    {
        const string text = "Žižkov, Åland, Ñandú, Việt Nam";
        Assert.Equal(
            TextNormalizer.Normalize(text.Normalize(NormalizationForm.FormC), 1000),
            TextNormalizer.Normalize(text.Normalize(NormalizationForm.FormD), 1000));
    }

    [Fact]
    public void Only_letters_and_digits_are_left()
    {
        Assert.Equal("athursdayvote74to61", TextNormalizer.Normalize("A Thursday vote: 74 to 61!", 1000));
    }

    [Theory]
    [InlineData("東京の地震", "東京の地震")]
    [InlineData("Новости дня", "новостидня")]
    [InlineData("𝐁old 𐐀", "bold𐐀")]
    public void Other_scripts_keep_their_letters(string text, string expected)
    {
        Assert.Equal(expected.Normalize(NormalizationForm.FormKD), TextNormalizer.Normalize(text, 1000));
    }

    [Theory]
    [InlineData("\ud800 lone")]
    [InlineData("lone \udc00")]
    [InlineData("\ud83d")]
    [InlineData("\ufdfa\0\uffff")]
    public void Any_string_is_accepted(string text)
    {
        Assert.DoesNotContain(' ', TextNormalizer.Normalize(text, 1000));
    }

    [Fact]
    public void No_more_than_the_cap_comes_out_even_where_one_character_becomes_many()
    {
        Assert.Equal(100, TextNormalizer.Normalize(new string('\ufdfa', 500), 100).Length);
    }
}
