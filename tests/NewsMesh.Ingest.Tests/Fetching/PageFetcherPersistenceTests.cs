using Microsoft.AspNetCore.Http;

namespace NewsMesh.Ingest.Tests;

/// <summary>Retries, time limits and the circuit breaker.</summary>
public sealed class PageFetcherPersistenceTests
{
    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task An_answer_that_may_pass_is_tried_again(int status)
    {
        var asked = 0;
        await using var site = await LoopbackSite.StartAsync(context =>
            Interlocked.Increment(ref asked) < 3 ? LoopbackSite.Status(context, status) : LoopbackSite.Html(context, "at last"));
        Assert.True((await site.FetchAsync(LoopbackSite.Quick)).IsAccepted);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task Attempts_end()
    {
        await using var site = await LoopbackSite.StartAsync(context => LoopbackSite.Status(context, 500));
        Assert.Equal(IngestFault.FetchFailed, (await site.FetchAsync(LoopbackSite.Quick)).Rejection?.Fault);
        Assert.Equal(LoopbackSite.Quick.MaxAttempts, site.Requests.Count);
    }

    [Fact]
    public async Task A_wait_the_server_asks_for_replaces_ours()
    {
        var asked = 0;
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            if (Interlocked.Increment(ref asked) > 1)
            {
                return LoopbackSite.Html(context, "at last");
            }

            context.Response.Headers.RetryAfter = "0";
            return LoopbackSite.Status(context, 503);
        });

        // Our own wait would outlast the whole fetch.
        var options = LoopbackSite.Quick with { RetryDelay = TimeSpan.FromMinutes(1), TotalTimeout = TimeSpan.FromSeconds(30) };
        Assert.True((await site.FetchAsync(options)).IsAccepted);
    }

    [Fact]
    public async Task A_longer_wait_than_the_limit_is_not_waited_for()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return LoopbackSite.Status(context, 429);
        });
        Assert.Equal(IngestFault.FetchFailed, (await site.FetchAsync(LoopbackSite.Quick)).Rejection?.Fault);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone()
    {
        await using var site = await LoopbackSite.StartAsync(context => LoopbackSite.Status(context, 500));
        using var fetcher = new PageFetcher(LoopbackSite.Quick with { MaxAttempts = 1, CircuitMinRequests = 4 }, TimeProvider.System);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(IngestFault.FetchFailed, (await fetcher.FetchAsync(site.Url("/a"), default)).Rejection?.Fault);
        }

        Assert.Equal(4, site.Requests.Count);
    }

    [Fact]
    public async Task A_host_pushed_out_by_others_starts_afresh()
    {
        await using var failing = await LoopbackSite.StartAsync(context => LoopbackSite.Status(context, 500));
        await using var other = await LoopbackSite.StartAsync(context => LoopbackSite.Html(context, "x"));
        var options = LoopbackSite.Quick with { MaxAttempts = 1, CircuitMinRequests = 2, MaxTrackedHosts = 1 };
        using var fetcher = new PageFetcher(options, TimeProvider.System);
        for (var i = 0; i < 3; i++)
        {
            await fetcher.FetchAsync(failing.Url("/a"), default);
        }

        Assert.Equal(2, failing.Requests.Count);
        await fetcher.FetchAsync(other.Url("/a"), default);
        await fetcher.FetchAsync(failing.Url("/a"), default);
        Assert.Equal(3, failing.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_never_finishes_is_given_up()
    {
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<p>so far", context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        // Long enough for each attempt to reach the site on a busy machine: an attempt that ends before is not counted there.
        var options = LoopbackSite.Quick with { AttemptTimeout = TimeSpan.FromSeconds(3), MaxAttempts = 2 };
        Assert.Equal(IngestFault.FetchFailed, (await site.FetchAsync(options)).Rejection?.Fault);
        Assert.Equal(2, site.Requests.Count);
    }

    [Fact]
    public async Task The_whole_fetch_has_an_end()
    {
        await using var site = await LoopbackSite.StartAsync(context => LoopbackSite.Status(context, 500));
        var options = LoopbackSite.Quick with { RetryDelay = TimeSpan.FromMinutes(1), TotalTimeout = TimeSpan.FromMilliseconds(300) };
        Assert.Equal(IngestFault.FetchFailed, (await site.FetchAsync(options)).Rejection?.Fault);
    }
}
