namespace NewsMesh.Ingest.Tests;

public sealed class CanonicalLinkTests
{
    private const string Own = "https://www.example.co.uk/news/ferry-sails-again?ref=home";

    private static string Resolve(string page, string? canonical, string? baseHref = null) =>
        CanonicalLink.Resolve(new Uri(page), new PageHead(null, baseHref, canonical), IngestLimits.DefaultMaxUrlLength);

    [Theory]
    [InlineData(Own, "https://www.example.co.uk/news/ferry-sails-again", "https://www.example.co.uk/news/ferry-sails-again")]
    [InlineData(Own, "/news/ferry-sails-again?utm_source=x", "https://www.example.co.uk/news/ferry-sails-again")]
    [InlineData(Own, "https://example.co.uk/2031/ferry-sails-again", "https://example.co.uk/2031/ferry-sails-again")]
    [InlineData("https://m.example.com/a/1234567", "https://www.example.com/a/1234567", "https://www.example.com/a/1234567")]
    [InlineData("https://example.com/amp/c4gx5e7z1k9o", "https://example.com/news/c4gx5e7z1k9o", "https://example.com/news/c4gx5e7z1k9o")]
    [InlineData("http://example.com/ferry", "https://example.com/ferry", "https://example.com/ferry")]
    public void A_believable_link_names_the_page(string page, string link, string expected) => Assert.Equal(expected, Resolve(page, link));

    [Theory]
    [InlineData("https://other.co.uk/news/ferry-sails-again")] // another owner under the same public suffix
    [InlineData("https://www.example.co.uk/")]
    [InlineData("https://www.example.co.uk")]
    [InlineData("https://www.example.co.uk/index.html")]
    [InlineData("https://www.example.co.uk/en/")]
    [InlineData("https://www.example.co.uk/news")]
    [InlineData("https://www.example.co.uk/news/")]
    [InlineData("https://www.example.co.uk/sport/")]
    [InlineData("https://www.example.co.uk/tag/ferry-and-harbour-news")]
    [InlineData("https://www.example.co.uk/2031/07/")]
    [InlineData("https://user:pw@www.example.co.uk/news/ferry-sails-again")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://[")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_link_leaves_the_page_its_own_url(string? link) => Assert.Equal(Own, Resolve(Own, link));

    [Fact]
    public void A_link_that_drops_the_query_that_names_the_article_is_not_believed()
    {
        const string page = "https://example.com/article?id=7";
        Assert.Equal(page, Resolve(page, "https://example.com/article"));
    }

    [Fact]
    public void A_link_longer_than_a_url_may_be_is_not_read() =>
        Assert.Equal(Own, Resolve(Own, "/news/ferry-sails-again" + new string('x', IngestLimits.DefaultMaxUrlLength)));

    [Fact]
    public void A_relative_link_starts_at_the_base_element() =>
        Assert.Equal(
            "https://example.co.uk/2031/ferry-sails-again",
            Resolve(Own, "ferry-sails-again", "https://example.co.uk/2031/"));

    [Theory]
    [InlineData("www.example.com", "example.com")]
    [InlineData("example.com", "example.com")]
    [InlineData("a.b.example.com", "example.com")]
    [InlineData("www.example.co.uk", "example.co.uk")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("news.example.com.au", "example.com.au")]
    [InlineData("desk.blogspot.com", "desk.blogspot.com")]
    [InlineData("localhost", "localhost")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("[2001:db8::1]", "[2001:db8::1]")]
    public void The_registrable_host_is_what_an_owner_registered(string host, string owner) =>
        Assert.Equal(owner, RegistrableHost.Of(host));
}
