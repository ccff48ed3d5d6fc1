namespace NewsMesh.Ingest.Tests;

public sealed class PageHeadTests
{
    [Theory]
    [InlineData("<link rel=canonical href=/a>", "/a")]
    [InlineData("<LINK HREF='/a' REL='Canonical'>", "/a")]
    [InlineData("<link rel=\"shortlink canonical\" href=\" /a?x=1&amp;y=2 \">", "/a?x=1&y=2")]
    [InlineData("<link rel=canonical href=/a><link rel=canonical href=/a>", "/a")]
    [InlineData("<link rel=canonical href=/a><link rel=canonical href=/b>", null)]
    [InlineData("<link rel=canonical>", null)]
    [InlineData("<link rel=canonical href=''>", null)]
    [InlineData("<link rel=alternate href=/a>", null)]
    [InlineData("<!-- <link rel=canonical href=/a> -->", null)]
    [InlineData("<script>'<link rel=canonical href=/a>'</script>", null)]
    [InlineData("</head><link rel=canonical href=/a>", null)]
    [InlineData("<body><link rel=canonical href=/a>", null)]
    [InlineData("<meta property=og:url content=/a>", null)]
    public void The_canonical_link_stands_once_in_the_head(string head, string? href) =>
        Assert.Equal(href, PageHead.Read($"<html><head><title>x</title>{head}").Canonical);

    [Theory]
    [InlineData("<html lang=en-GB>", "en-GB")]
    [InlineData("<!doctype html><HTML class='a' LANG=\"fr\">", "fr")]
    [InlineData("<html xml:lang=de>", "de")]
    [InlineData("<html><p lang=it>", null)]
    public void The_language_is_that_of_the_html_element(string html, string? language) =>
        Assert.Equal(language, PageHead.Read(html).Language);

    [Fact]
    public void A_link_after_256_Ki_characters_is_not_looked_for() =>
        Assert.Null(PageHead.Read(new string(' ', 256 * 1024) + "<link rel=canonical href=/a>").Canonical);
}
