using System.Text;

namespace NewsMesh.Ingest.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("<p>One</p><p>two</p>", "One two")]
    [InlineData("w<b>or</b>d", "word")]
    [InlineData("a<br>b<br/>c", "a b c")]
    [InlineData("  a \n\t b&nbsp;c ", "a b c")]
    [InlineData("caf&eacute; &amp; &#8364;&#x20AC; &lt;b&gt;", "café & €€ <b>")]
    [InlineData("a<!-- <p>no</p> -->b", "ab")]
    [InlineData("a<!-->b", "ab")]
    [InlineData("a<!doctype html>b", "ab")]
    [InlineData("<script>if (a < b) document.write('<p>no</p>')</script>yes", "yes")]
    [InlineData("<STYLE>p > a {}</Style >yes", "yes")]
    [InlineData("<script>no</scrip></script>yes", "yes")]
    [InlineData("<a title=\"a > b\">x</a>", "x")]
    [InlineData("<a title='a > b' href=y>x</a>", "x")]
    [InlineData("<a it's>x", "x")]
    [InlineData("3 < 4 and 5 > 4", "3 < 4 and 5 > 4")]
    [InlineData("a </ b> c", "a c")]
    [InlineData("<p", "")]
    [InlineData("a<p title=\"never closed>b", "a")]
    [InlineData("a<!-- never closed b", "a")]
    [InlineData("a<script>never closed", "a")]
    [InlineData("a<", "a<")]
    public void Tags_go_and_words_stay(string html, string text) => Assert.Equal(text, VisibleText.Of(html));

    [Fact]
    public void The_text_ends_soon_after_the_length_asked_for() =>
        Assert.Equal("aaaa", VisibleText.Of("<p>" + new string('a', 1000) + "</p><p>b</p>", 4));

    public static TheoryData<string> Hostile =>
    [
        "<",
        "<a",
        "<a ",
        "<a b=\"",
        "<!--",
        "<!-- ",
        "<script>",
        "</",
        "<div>",
        "&",
        "&#",
        "&amp",
        "'\"<a x='",
        "= \"",
        "\0",
        "a\u0301",
        "\uD800",
    ];

    [Fact]
    public void Ten_megabytes_of_angle_brackets_are_text() =>
        Assert.Equal(10_000_000, VisibleText.Of(new string('<', 10_000_000)).Length);

    // A million characters: anything quadratic would run for hours.
    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_megabyte_of_the_same_trick_is_walked_once(string trick)
    {
        var html = new StringBuilder().Insert(0, trick, 1_000_000 / trick.Length).ToString();
        Assert.True(VisibleText.Of(html).Length <= html.Length + 1);
        Assert.Null(PageHead.Read(html).Canonical);
    }

    [Fact]
    public void A_tag_with_a_giant_attribute_is_one_tag() =>
        Assert.Equal("x", VisibleText.Of($"<p title=\"{new string('a', 10_000_000)}\">x</p>"));

    [Fact]
    public void A_tag_with_a_million_attributes_is_one_tag()
    {
        var html = $"<link {new StringBuilder().Insert(0, "a=b ", 1_000_000)} rel=canonical href=/x>y";
        Assert.Equal("y", VisibleText.Of(html));
    }
}
