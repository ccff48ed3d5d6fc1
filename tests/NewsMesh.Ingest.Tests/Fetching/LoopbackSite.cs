using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsMesh.Ingest.Tests;

/// <summary>A web server on a free loopback port that answers as a test says, and keeps the requests.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    /// <summary>Options under which the site can be fetched, without long waits.</summary>
    public static readonly FetchOptions Quick = new()
    {
        AllowPrivateAddresses = true,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        MaxPageBytes = 64 * 1024,
    };

    private readonly WebApplication _app;

    private LoopbackSite(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Requests { get; } = new();

    public static async Task<LoopbackSite> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var site = new LoopbackSite(app);
        app.Run(context =>
        {
            site.Requests.Enqueue((context.Request.Path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            return answer(context);
        });
        await app.StartAsync();
        return site;
    }

    public Uri Url(string path) => new(new Uri(_app.Urls.First()), path);

    public async Task<IngestOutcome<FetchedPage>> FetchAsync(FetchOptions options)
    {
        using var fetcher = new PageFetcher(options, TimeProvider.System);
        return await fetcher.FetchAsync(Url("/a"), CancellationToken.None);
    }

    public static Task Html(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html);
    }

    public static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static Task Redirect(HttpContext context, string location)
    {
        context.Response.StatusCode = 302;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
