using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsMesh.Ingest.Tests;

public sealed class PageFetcherTests
{
    [Fact]
    public async Task A_page_comes_with_its_bytes_type_and_headers()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"7\"";
            context.Response.Headers.SetCookie = "session=secret";
            return LoopbackSite.Html(context, "<p>The ferry sails</p>");
        });
        var page = (await site.FetchAsync(LoopbackSite.Quick)).Value;
        Assert.NotNull(page);
        Assert.Equal("<p>The ferry sails</p>", Encoding.UTF8.GetString(page.Body));
        Assert.Equal("text/html; charset=utf-8", page.ContentType);
        Assert.Equal("\"7\"", page.Headers["etag"]);
        Assert.False(page.Headers.ContainsKey("Set-Cookie"));
        Assert.Equal(site.Url("/a"), page.FinalUrl);
    }

    [Fact]
    public async Task We_say_who_we_are_and_nothing_about_our_traces()
    {
        using var activity = new System.Diagnostics.Activity("test").Start();
        await using var site = await LoopbackSite.StartAsync(context => LoopbackSite.Html(context, "x"));
        await site.FetchAsync(LoopbackSite.Quick);
        var headers = Assert.Single(site.Requests).Headers;
        Assert.StartsWith("NewsMesh/", headers.UserAgent.ToString(), StringComparison.Ordinal);
        Assert.False(headers.ContainsKey("traceparent"));
        Assert.False(headers.ContainsKey("Request-Id"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://[::ffff:127.0.0.1]:9/")]
    [InlineData("http://2130706433:9/")]
    [InlineData("http://0x7f.1:9/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    public async Task Addresses_inside_are_refused(string url)
    {
        using var fetcher = new PageFetcher(new FetchOptions { MaxAttempts = 1 }, TimeProvider.System);
        var outcome = await fetcher.FetchAsync(new Uri(url), CancellationToken.None);
        Assert.Equal(IngestFault.FetchForbidden, outcome.Rejection?.Fault);
    }

    [Fact]
    public async Task A_running_server_on_loopback_is_never_asked()
    {
        await using var site = await LoopbackSite.StartAsync(context => LoopbackSite.Html(context, "secret"));
        var outcome = await site.FetchAsync(LoopbackSite.Quick with { AllowPrivateAddresses = false });
        Assert.Equal(IngestFault.FetchForbidden, outcome.Rejection?.Fault);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_redirect_to_a_refused_address_is_refused()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
            LoopbackSite.Redirect(context, $"http://127.0.0.2:{context.Connection.LocalPort}/secret"));
        using var fetcher = new PageFetcher(LoopbackSite.Quick, TimeProvider.System, address => address.Equals(IPAddress.Loopback));
        var outcome = await fetcher.FetchAsync(site.Url("/a"), CancellationToken.None);
        Assert.Equal(IngestFault.FetchForbidden, outcome.Rejection?.Fault);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task Redirects_are_followed_to_the_final_url()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Request.Path.Value switch
        {
            "/a" => LoopbackSite.Redirect(context, "b?x=1"),
            "/b" => LoopbackSite.Redirect(context, "/c"),
            _ => LoopbackSite.Html(context, "here"),
        });
        Assert.Equal(site.Url("/c"), (await site.FetchAsync(LoopbackSite.Quick)).Value?.FinalUrl);
    }

    [Fact]
    public async Task A_redirect_loop_ends_at_the_limit()
    {
        await using var site = await LoopbackSite.StartAsync(context => LoopbackSite.Redirect(context, "/a"));
        var outcome = await site.FetchAsync(LoopbackSite.Quick with { MaxRedirects = 3 });
        Assert.Equal(IngestFault.FetchFailed, outcome.Rejection?.Fault);
        Assert.Equal(4, site.Requests.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:pw@127.0.0.1/")]
    public async Task A_redirect_to_no_plain_web_address_fails(string location)
    {
        await using var site = await LoopbackSite.StartAsync(context => LoopbackSite.Redirect(context, location));
        Assert.Equal(IngestFault.FetchFailed, (await site.FetchAsync(LoopbackSite.Quick)).Rejection?.Fault);
    }

    [Theory]
    [InlineData(401, IngestFault.FetchForbidden)]
    [InlineData(403, IngestFault.FetchForbidden)]
    [InlineData(451, IngestFault.FetchForbidden)]
    [InlineData(404, IngestFault.FetchFailed)]
    [InlineData(410, IngestFault.FetchFailed)]
    [InlineData(204, IngestFault.FetchFailed)]
    public async Task An_answer_that_will_not_change_is_asked_for_once(int status, IngestFault fault)
    {
        await using var site = await LoopbackSite.StartAsync(context => LoopbackSite.Status(context, status));
        var rejection = (await site.FetchAsync(LoopbackSite.Quick)).Rejection;
        Assert.Equal(fault, rejection?.Fault);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), rejection?.Detail, StringComparison.Ordinal);
        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("image/jpeg")]
    [InlineData("application/pdf")]
    public async Task Other_content_than_html_or_text_is_not_read(string contentType)
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync("x");
        });
        Assert.Equal(IngestFault.NotHtml, (await site.FetchAsync(LoopbackSite.Quick)).Rejection?.Fault);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_over_the_limit_is_too_large_announced_or_not(bool announced)
    {
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = announced ? LoopbackSite.Quick.MaxPageBytes + 1 : null;
            await context.Response.Body.WriteAsync(new byte[LoopbackSite.Quick.MaxPageBytes + 1]);
        });
        Assert.Equal(IngestFault.TooLarge, (await site.FetchAsync(LoopbackSite.Quick)).Rejection?.Fault);
    }

    [Fact]
    public async Task A_page_at_the_limit_is_read_whole()
    {
        await using var site = await LoopbackSite.StartAsync(context => LoopbackSite.Html(context, new string('a', LoopbackSite.Quick.MaxPageBytes)));
        Assert.Equal(LoopbackSite.Quick.MaxPageBytes, (await site.FetchAsync(LoopbackSite.Quick)).Value?.Body.Length);
    }

    [Theory]
    [InlineData("gzip", 1000, true)]
    [InlineData("br", 1000, true)]
    [InlineData("gzip", 100_000_000, false)]
    public async Task The_limit_counts_decompressed_bytes(string coding, int length, bool accepted)
    {
        using var packed = new MemoryStream();
        await using (Stream packer = coding == "br"
            ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await packer.WriteAsync(new byte[length]);
        }

        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = coding;
            await context.Response.Body.WriteAsync(packed.ToArray());
        });
        var outcome = await site.FetchAsync(LoopbackSite.Quick with { MaxPageBytes = 1024 * 1024 });
        Assert.Equal(accepted ? null : IngestFault.TooLarge, outcome.Rejection?.Fault);
        Assert.Equal(accepted ? length : null, outcome.Value?.Body.Length);
    }

    [Fact]
    public async Task Broken_compression_fails()
    {
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.WriteAsync("this is no gzip");
        });
        Assert.Equal(IngestFault.FetchFailed, (await site.FetchAsync(LoopbackSite.Quick)).Rejection?.Fault);
    }

    [Fact]
    public async Task A_closed_port_and_an_unknown_host_are_failed_fetches()
    {
        Uri closed;
        await using (var site = await LoopbackSite.StartAsync(context => LoopbackSite.Html(context, "x")))
        {
            closed = site.Url("/a");
        }

        using var fetcher = new PageFetcher(LoopbackSite.Quick, TimeProvider.System);
        Assert.Equal(IngestFault.FetchFailed, (await fetcher.FetchAsync(closed, default)).Rejection?.Fault);
        var unknown = new Uri("http://no-such-host.invalid/");
        Assert.Equal(IngestFault.FetchFailed, (await fetcher.FetchAsync(unknown, default)).Rejection?.Fault);
    }

    [Fact]
    public async Task A_url_that_is_no_plain_web_address_is_not_fetched()
    {
        using var fetcher = new PageFetcher(LoopbackSite.Quick, TimeProvider.System);
        Assert.Equal(IngestFault.BadUrl, (await fetcher.FetchAsync(new Uri("file:///etc/passwd"), default)).Rejection?.Fault);
        Assert.Equal(IngestFault.BadUrl, (await fetcher.FetchAsync(new Uri("http://u:p@127.0.0.1/"), default)).Rejection?.Fault);
        Assert.Equal(IngestFault.BadUrl, (await fetcher.FetchAsync(new Uri("/a", UriKind.Relative), default)).Rejection?.Fault);
    }

    [Fact]
    public async Task Cancelling_ends_the_fetch_with_an_exception()
    {
        using var cancel = new CancellationTokenSource();
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var fetcher = new PageFetcher(LoopbackSite.Quick, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(site.Url("/a"), cancel.Token));
    }
}
