using System.Text;

namespace NewsMesh.Ingest.Tests;

public sealed class ArticleIntakeTests
{
    private const string Page = "<html><head><title>Ferry</title></head><body><p>The ferry sails again.</p></body></html>";

    private readonly ArticleIntake _intake = new(new IngestLimits(), new FixedGuesser("en"));

    private IntakeArticle Accept(Submission submission, FetchedPage? page = null)
    {
        var outcome = _intake.Take(submission, page, CancellationToken.None);
        Assert.True(outcome.IsAccepted, outcome.Rejection?.Detail);
        return outcome.Value;
    }

    private IngestFault Reject(Submission submission, FetchedPage? page = null)
    {
        var outcome = _intake.Take(submission, page, CancellationToken.None);
        Assert.False(outcome.IsAccepted);
        Assert.NotEmpty(outcome.Rejection.Detail);
        return outcome.Rejection.Fault;
    }

    private static FetchedPage Fetched(byte[] body, string? contentType, string url = "https://example.com/a-b-c-d") => new()
    {
        FinalUrl = new Uri(url),
        Body = body,
        ContentType = contentType,
        FetchedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Html_is_kept_as_its_utf8_bytes()
    {
        var article = Accept(new Submission { Html = Page, Url = "https://www.example.co.uk/news/ferry?utm_source=x" });
        Assert.True(article.IsHtml);
        Assert.Equal(Page, Encoding.GetEncoding(article.Charset).GetString(article.Content));
        Assert.Equal("https://www.example.co.uk/news/ferry?utm_source=x", article.Url);
        Assert.Equal("https://www.example.co.uk/news/ferry", article.CanonicalUrl);
        Assert.Equal("example.co.uk", article.Source);
        Assert.Equal("en", article.Language);
        Assert.Matches("^[0-9a-f]{32}$", article.ArticleId);
        Assert.Matches("^[0-9a-f]{64}$", article.Sha256);
        Assert.Empty(article.Metadata);
    }

    [Fact]
    public void Html_wins_over_text_and_text_over_a_fetched_page()
    {
        var fetched = Fetched("<p>fetched</p>"u8.ToArray(), "text/html");
        var both = new Submission { Html = Page, Text = "text", Url = "https://example.com/a" };
        Assert.Equal(Page, Encoding.UTF8.GetString(Accept(both, fetched).Content));
        Assert.Equal("text", Encoding.UTF8.GetString(Accept(both with { Html = " \n" }, fetched).Content));
        Assert.Equal("<p>fetched</p>", Encoding.UTF8.GetString(Accept(both with { Html = null, Text = "" }, fetched).Content));
    }

    [Fact]
    public void What_was_submitted_about_the_article_is_kept()
    {
        var article = Accept(new Submission
        {
            Text = "The ferry sails again.",
            Title = " Ferry ",
            Source = "Harbour Post",
            PublishedAt = DateTimeOffset.UnixEpoch,
            Metadata = new Dictionary<string, string> { ["desk"] = "north" },
        });
        Assert.Equal(("Ferry", "Harbour Post", DateTimeOffset.UnixEpoch), (article.Title, article.Source, article.PublishedAt));
        Assert.Equal("north", article.Metadata["desk"]);
        Assert.False(article.IsHtml);
        Assert.Null(article.CanonicalUrl);
    }

    [Fact]
    public void Without_a_source_and_url_there_is_no_source() => Assert.Null(Accept(new Submission { Text = "x" }).Source);

    [Fact]
    public void Without_html_text_and_url_a_submission_is_empty()
    {
        Assert.Equal(IngestFault.Empty, Reject(new Submission()));
        Assert.Equal(IngestFault.Empty, Reject(new Submission { Html = " ", Text = "\n\t", Url = " " }));
        Assert.Equal(IngestFault.Empty, Reject(new Submission { Url = "https://example.com/a" }, Fetched([], "text/html")));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:pw@host/")]
    [InlineData("not a url")]
    public void A_bad_url_rejects_even_with_a_page(string url) =>
        Assert.Equal(IngestFault.BadUrl, Reject(new Submission { Html = Page, Url = url }));

    [Fact]
    public void A_page_over_the_limit_is_too_large_by_its_utf8_bytes()
    {
        var small = new ArticleIntake(new IngestLimits { MaxPageBytes = 1024 }, new FixedGuesser("en"));
        Assert.True(small.Take(new Submission { Text = new string('a', 1024) }, null, default).IsAccepted);
        Assert.Equal(IngestFault.TooLarge, small.Take(new Submission { Text = new string('é', 513) }, null, default).Rejection?.Fault);
        Assert.Equal(IngestFault.TooLarge, small.Take(new Submission { Html = new string('a', 1025) }, null, default).Rejection?.Fault);
        var fetched = Fetched(new byte[1025], "text/html");
        Assert.Equal(
            IngestFault.TooLarge,
            small.Take(new Submission { Url = "https://example.com/a" }, fetched, default).Rejection?.Fault);
    }

    public static TheoryData<string, Submission> BadFields => new()
    {
        { "id", new Submission { Text = "x", Id = new string('i', 201) } },
        { "id", new Submission { Text = "x", Id = "a\u0000b" } },
        { "title", new Submission { Text = "x", Title = new string('t', 1001) } },
        { "source", new Submission { Text = "x", Source = new string('s', 201) } },
        { "entries", new Submission { Text = "x", Metadata = Enumerable.Range(0, 65).ToDictionary(i => $"k{i}", i => "v") } },
        { "key", new Submission { Text = "x", Metadata = new Dictionary<string, string> { [new string('k', 129)] = "v" } } },
        { "key", new Submission { Text = "x", Metadata = new Dictionary<string, string> { [" "] = "v" } } },
        { "value", new Submission { Text = "x", Metadata = new Dictionary<string, string> { ["k"] = new string('v', 2049) } } },
        { "null", new Submission { Text = "x", Metadata = new Dictionary<string, string> { ["k"] = null! } } },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public void A_field_that_is_too_long_or_damaged_is_named(string field, Submission submission)
    {
        var rejection = _intake.Take(submission, null, default).Rejection;
        Assert.Equal(IngestFault.BadField, rejection?.Fault);
        Assert.Contains(field, rejection?.Detail, StringComparison.Ordinal);
    }

    public static TheoryData<string, IngestFault> NotArticles => new()
    {
        { "%PDF-1.7\n1 0 obj", IngestFault.NotHtml },
        { "PK\u0003\u0004word/document.xml", IngestFault.NotHtml },
        { "\uFFFDPNG\r\n\u001A\n", IngestFault.NotHtml },
        { "\uFFFD\uFFFD\uFFFD\uFFFD\0\u0010JFIF", IngestFault.NotHtml },
        { "GIF89a....", IngestFault.NotHtml },
        { "{\"articles\": [1, 2]}", IngestFault.NotHtml },
        { " [{\"id\": 1}]\n", IngestFault.NotHtml },
        { "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>", IngestFault.NotHtml },
        { "<?xml version=\"1.0\"?><!-- x --><feed xmlns=\"http://www.w3.org/2005/Atom\"/>", IngestFault.NotHtml },
        { string.Concat(Enumerable.Repeat("ab\0\u0001", 100)), IngestFault.NotHtml },
        { string.Concat(Enumerable.Repeat("caf\uFFFD ", 100)), IngestFault.BadEncoding },
    };

    [Theory]
    [MemberData(nameof(NotArticles))]
    public void Html_that_is_something_else_is_told_apart(string html, IngestFault fault)
    {
        Assert.Equal(fault, Reject(new Submission { Html = html }));
        var fetched = Fetched(Encoding.UTF8.GetBytes(html), "text/html");
        Assert.Equal(fault, Reject(new Submission { Url = "https://example.com/a" }, fetched));
    }

    [Theory]
    [InlineData("[Update] The ferry [sic] sails again [Reuters]")]
    [InlineData("{brackets} are fine}")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html><html><body>x</body></html>")]
    [InlineData("A stray \0 in a long paragraph about the ferry, which sails again from Monday morning at eight o'clock sharp.")]
    public void Html_with_odd_beginnings_is_still_html(string html) => Assert.True(Accept(new Submission { Html = html }).IsHtml);

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/rss+xml")]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    public void A_fetched_page_of_another_type_is_not_html(string contentType)
    {
        var fetched = Fetched("abc"u8.ToArray(), contentType);
        Assert.Equal(IngestFault.NotHtml, Reject(new Submission { Url = "https://example.com/a" }, fetched));
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", "plain words", true)]
    [InlineData("Application/XHTML+xml", "<html/>", true)]
    [InlineData("text/plain", "plain words", false)]
    [InlineData("text/plain", "<!doctype html><p>x", true)]
    [InlineData(null, "<html><p>x", true)]
    [InlineData(null, "plain words", false)]
    public void A_fetched_page_is_html_or_text(string? contentType, string body, bool isHtml)
    {
        var fetched = Fetched(Encoding.UTF8.GetBytes(body), contentType);
        Assert.Equal(isHtml, Accept(new Submission { Url = "https://example.com/a" }, fetched).IsHtml);
    }

    [Theory]
    [InlineData("https://news.example/2031/ferry-sails-again", "https://news.example/2031/ferry-sails-again")] // a link shortener
    [InlineData("https://example.com/", "https://example.com/gone")] // the article was dropped
    public void A_redirect_names_the_article_unless_it_leads_to_the_front_page(string finalUrl, string canonical)
    {
        var fetched = Fetched("<p>x"u8.ToArray(), "text/html", finalUrl);
        Assert.Equal(canonical, Accept(new Submission { Url = "https://example.com/gone" }, fetched).CanonicalUrl);
    }

    [Fact]
    public void A_canonical_link_names_the_article_only_where_there_is_a_url()
    {
        const string html = "<link rel=canonical href=https://example.com/2031/ferry-sails-again><p>x";
        var with = Accept(new Submission { Html = html, Url = "https://amp.example.com/x/ferry-sails-again" });
        Assert.Equal("https://example.com/2031/ferry-sails-again", with.CanonicalUrl);
        Assert.Null(Accept(new Submission { Html = html }).CanonicalUrl);
    }

    [Fact]
    public void A_url_whose_page_was_not_fetched_is_a_failed_fetch() =>
        Assert.Equal(IngestFault.FetchFailed, Reject(new Submission { Url = "https://example.com/a" }));

    [Fact]
    public void Only_an_acceptable_url_alone_is_fetched()
    {
        var alone = new Submission { Url = "https://example.com/a?utm_source=x" };
        Assert.Equal(new Uri("https://example.com/a?utm_source=x"), _intake.AddressToFetch(alone));
        Assert.Null(_intake.AddressToFetch(alone with { Text = "x" }));
        Assert.Null(_intake.AddressToFetch(alone with { Html = "x" }));
        Assert.Null(_intake.AddressToFetch(alone with { Url = "ftp://example.com/a" }));
        Assert.Null(_intake.AddressToFetch(alone with { Id = new string('i', 201) }));
        Assert.Null(_intake.AddressToFetch(new Submission()));
    }

    [Fact]
    public void The_charset_of_a_fetched_page_reads_its_bytes()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding.GetEncoding("windows-1251").GetBytes("<html><p>Паром снова ходит по расписанию</p></html>");
        var article = Accept(new Submission { Url = "https://example.com/a" }, Fetched(body, "text/html; charset=windows-1251"));
        Assert.Same(body, article.Content);
        Assert.Contains("Паром", Encoding.GetEncoding(article.Charset).GetString(article.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_is_honoured()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => _intake.Take(new Submission { Html = Page }, null, cancelled));
    }
}
