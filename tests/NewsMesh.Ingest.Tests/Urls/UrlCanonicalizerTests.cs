namespace NewsMesh.Ingest.Tests;

public sealed class UrlCanonicalizerTests
{
    public static TheoryData<string, string> Forms => new()
    {
        { "HTTPS://News.Example.COM/Story", "https://news.example.com/Story" },
        { "  https://example.com/a  ", "https://example.com/a" },
        { "http://example.com:80/a", "http://example.com/a" },
        { "https://example.com:443/a", "https://example.com/a" },
        { "https://example.com:8443/a", "https://example.com:8443/a" },
        { "https://example.com", "https://example.com/" },
        { "https://example.com?x=1", "https://example.com/?x=1" },
        { "https://example.com./a", "https://example.com/a" },
        { "https://example.com/a/../b/./c", "https://example.com/b/c" },
        { "https://example.com/a/%2E%2E/b", "https://example.com/b" },
        { "https://example.com/%7euser/%c3%a9", "https://example.com/~user/%C3%A9" },
        { "https://example.com/é", "https://example.com/%C3%A9" },
        { "https://example.com/a b", "https://example.com/a%20b" },
        { "https://example.com/100%", "https://example.com/100%25" },
        { "https://example.com/a%2Fb", "https://example.com/a%2Fb" },
        { "https://bücher.example/a", "https://xn--bcher-kva.example/a" },
        { "https://пример.example/новости", "https://xn--e1afmkfd.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8" },
        { "https://example.com/a#comments", "https://example.com/a" },
        { "https://example.com/#!/story/7", "https://example.com/#!/story/7" },
        { "https://example.com/#!", "https://example.com/" },
        { "https://example.com/a?utm_source=x&id=7&fbclid=abc", "https://example.com/a?id=7" },
        { "https://example.com/a?UTM_Campaign=x", "https://example.com/a" },
        { "https://example.com/a?b=2&a=1&b=1", "https://example.com/a?a=1&b=2&b=1" },
        { "https://example.com/a?&&", "https://example.com/a" },
        { "https://example.com/a?ref=7", "https://example.com/a?ref=7" },
        { "https://example.com/a/", "https://example.com/a/" },
        { "https://example.com//a", "https://example.com//a" },
        { "https://m.example.com/amp/a", "https://m.example.com/amp/a" },
        { "http://[2001:DB8::1]:80/a", "http://[2001:db8::1]/a" },
        { "http://[::1]/", "http://[::1]/" },
        { "http://localhost:5000/a", "http://localhost:5000/a" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_url_has_one_form(string url, string canonical)
    {
        Assert.Equal(canonical, UrlCanonicalizer.Canonicalize(url));
        Assert.Equal(canonical, UrlCanonicalizer.Canonicalize(canonical));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("example.com/a")]
    [InlineData("/a/b")]
    [InlineData("//example.com/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/a")]
    [InlineData("mailto:desk@example.com")]
    [InlineData("http://user:pw@host/")]
    [InlineData("http://user@host/")]
    [InlineData("http://")]
    [InlineData("http:///a")]
    [InlineData("http://[::1/")]
    [InlineData("http://exa mple.com/")]
    [InlineData("http://example.com:99999/")]
    [InlineData("http://example.com/a\u0000b")]
    [InlineData("http://example.com/a\r\nHost: b")]
    [InlineData("http://xn--a\uD800/")]
    [InlineData("http://./")]
    public void What_is_no_plain_web_address_is_refused(string url) => Assert.Null(UrlCanonicalizer.Canonicalize(url));

    [Fact]
    public void A_url_of_100000_characters_is_refused() =>
        Assert.Null(UrlCanonicalizer.Canonicalize("https://example.com/" + new string('a', 100_000)));

    [Fact]
    public void The_length_limit_is_the_callers()
    {
        const string url = "https://example.com/abc";
        Assert.NotNull(UrlCanonicalizer.Canonicalize(url, url.Length));
        Assert.Null(UrlCanonicalizer.Canonicalize(url, url.Length - 1));
    }

    [Fact]
    public void A_canonical_form_is_its_own_canonical_form_for_any_characters()
    {
        var random = new Random(7);
        const string alphabet = "ab%2e2F/.?&=#!;:@+ é漢\\[]~'\"<>";
        for (var round = 0; round < 2000; round++)
        {
            var tail = string.Concat(Enumerable.Range(0, 24).Select(_ => alphabet[random.Next(alphabet.Length)]));
            if (UrlCanonicalizer.Canonicalize("https://example.com/" + tail) is { } canonical)
            {
                Assert.Equal(canonical, UrlCanonicalizer.Canonicalize(canonical));
            }
        }
    }
}
