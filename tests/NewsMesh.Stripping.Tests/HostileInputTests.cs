using System.Text;

namespace NewsMesh.Stripping.Tests;

/// <summary>Whatever comes in, an article comes out, on the stack of an ordinary thread.</summary>
public sealed class HostileInputTests
{
    private const string Sentence = "The council met on Tuesday to talk about the new bridge across the river, and agreed on nothing at all.";

    private readonly ArticleStripper _stripper = new();

    [Theory]
    [InlineData("<div>", 10_000)]
    [InlineData("<div>", 200_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<svg>", 50_000)]
    [InlineData("<ul><li>", 50_000)]
    [InlineData("<blockquote><p>", 50_000)]
    public void Deep_nesting_keeps_the_text(string open, int times)
    {
        var article = Html(Repeat(open, times) + $"<p>{Sentence}</p>");
        Assert.Contains(Sentence, article.Text, StringComparison.Ordinal);
        Assert.True(article.Truncated);
    }

    [Theory]
    [InlineData("<p><b>x", 60_000)]
    [InlineData("<p><font color=1><b><i><u>x", 20_000)]
    [InlineData("<a href=x>y", 60_000)]
    [InlineData("<table><div>", 40_000)]
    [InlineData("<b><p></b>", 40_000)]
    [InlineData("</b></p></td>", 60_000)]
    [InlineData("<title>", 60_000)]
    [InlineData("<!--", 60_000)]
    [InlineData("<", 300_000)]
    [InlineData("&#", 300_000)]
    [InlineData("<i>x</i>", 400_000)]
    [InlineData("Home / ", 60_000)]
    [InlineData("\"@type\":", 60_000)]
    public void Unclosed_and_misnested_markup_is_survived(string piece, int times) =>
        Assert.NotNull(Html(Repeat(piece, times)).Text);

    [Fact]
    public void A_formatting_element_left_open_with_ever_new_attributes_is_survived()
    {
        var page = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
            page.Append("<p><b id=b").Append(i).Append('>').Append("word ");
        Assert.NotNull(Html(page.ToString()).Text);
    }

    [Fact]
    public void A_giant_attribute_is_survived() =>
        Assert.Contains(Sentence, Html($"<p class=\"{new string('x', 5_000_000)}\">{Sentence}</p><p>{Sentence.ToUpperInvariant()}</p>").Text, StringComparison.Ordinal);

    [Fact]
    public void Unpaired_surrogates_and_controls_are_replaced()
    {
        var text = Html($"<p>{Sentence}\uD800 and \u0000\u0007more.\uDC00</p>").Text;
        Assert.True(text.IsNormalized());
        Assert.DoesNotContain('\u0007', text);
    }

    [Fact]
    public void Json_ld_of_any_depth_and_shape_is_survived()
    {
        var deep = "<script type='application/ld+json'>" + Repeat("[{\"@graph\":", 5_000) + "</script>";
        var odd = """<script type="application/ld+json">{"@type":["NewsArticle"],"author":[1,null,{"name":["A B"]},[["x"]]],"headline":{"a":1},"datePublished":17,"image":[[]]}</script>""";
        Assert.NotNull(Html(deep + odd + $"<p>{Sentence}</p>").Text);
    }

    [Fact]
    public void A_page_of_too_many_paragraphs_for_the_model_is_decided_by_the_rules()
    {
        var paragraphs = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"<p>{i} {Sentence}</p>"));
        var article = _stripper.Strip(new StripRequest { Html = $"<article>{paragraphs}</article>", WithBlocks = true });
        Assert.Equal(12_000, article.Blocks.Count(block => block.Kept));
        Assert.All(article.Blocks, block => Assert.Equal(0, block.Probability));
    }

    [Theory]
    [InlineData("\t", 5_000_000)]
    [InlineData("cell\t", 1_000_000)]
    [InlineData("• \n", 100_000)]
    [InlineData("• entry of a list\n", 9_000)]
    [InlineData("• entry of a list\n", 100_000)]
    [InlineData("1. ", 300_000)]
    [InlineData("1.\t2\n", 100_000)]
    public void Plain_text_of_tabs_and_list_marks_is_survived(string piece, int times)
    {
        var article = _stripper.Strip(new StripRequest { Text = $"{Sentence}\n\n{Repeat(piece, times)}\n\n{Sentence} {Sentence}" });
        Assert.Contains(Sentence, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byline_of_thousands_is_cut()
    {
        var people = string.Join(", ", Enumerable.Range(0, 30_000).Select(i => $"Ann {(char)('A' + (i % 26))}{new string('b', 1 + (i % 9))} Berg"));
        Assert.Equal(20, Html($"<meta name=author content='{people}'><p>{Sentence}</p>").Byline.Count);
    }

    [Fact]
    public void Random_pieces_of_markup_never_throw()
    {
        string[] pieces =
        [
            "<div>", "</div>", "<p class=\"author date\">", "</p>", "<table>", "<td>", "</table>", "<li>", "<a href=\"//x\">", "</a>", "<script>", "</script>", "<!--", "-->",
            "<h1>", "</h1>", "text ", "One sentence. ", "\uD83D", "\0", "<br>", "<time datetime=\"2024-13-45\">", "<meta name=author content=\"By \">", "&nbsp;", "<svg><p>", "<select>", "<template>", "]]>", "<![CDATA[", "<?", "\r\n", "By Anna Berg", " / ",
        ];
        var random = new Random(20240517);
        for (var round = 0; round < 400; round++)
        {
            var page = string.Concat(Enumerable.Range(0, 60).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.NotNull(Html(page).Text);
            Assert.NotNull(_stripper.Strip(new StripRequest { Text = page }).Text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\0\u0001\uFFFF")]
    public void Nothing_in_gives_an_empty_article(string input)
    {
        Assert.Empty(Html(input).Text);
        Assert.Empty(_stripper.Strip(new StripRequest { Text = input }).Text);
        Assert.Empty(_stripper.Strip(new StripRequest()).Text);
    }

    [Fact]
    public void Characters_beyond_the_limit_are_cut_and_said_to_be()
    {
        var article = new ArticleStripper(new StrippingLimits { MaxCharacters = 200 })
            .Strip(new StripRequest { Html = $"<p>{Sentence}</p><p>{Repeat("Later words. ", 100)}</p>" });
        Assert.True(article.Truncated);
        Assert.True(article.Text.Length < 200);
    }

    [Fact]
    public void A_page_with_too_many_elements_is_stripped_as_text()
    {
        var article = new ArticleStripper(new StrippingLimits { MaxNodes = 50 })
            .Strip(new StripRequest { Html = Repeat("<span>x</span>", 100) + $"<p>{Sentence}</p>" });
        Assert.True(article.Truncated);
        Assert.Contains(Sentence, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_is_honoured()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => _stripper.Strip(new StripRequest { Html = "<p>x</p>" }, source.Token));
    }

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    private StrippedArticle Html(string html) => _stripper.Strip(new StripRequest { Html = html });
}
