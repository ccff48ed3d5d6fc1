using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsMesh.Gateway.Tests.Support;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Tests;

public sealed class RawPageTests
{
    private const string Html = "<script>document.title = 'ran'</script><p>Pl\u00e4ne</p>";

    [Fact]
    public async Task The_page_is_served_as_received_and_inert()
    {
        await using var host = await StartAsync();
        using var response = await host.Client.GetAsync(new Uri("/articles/a/raw", UriKind.Relative));
        Assert.Equal(Html, await response.Content.ReadAsStringAsync());
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("sandbox; default-src 'none'", Header(response, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("a.r1.html.txt", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal(Stored.Page("a", Html).Sha256, Header(response, "NewsMesh-Sha256"));
        Assert.Equal("2026-03-01T11:59:58.0000000+00:00", Header(response, "NewsMesh-Fetched-At"));
        Assert.Equal("https://harbour.example/a", Header(response, "NewsMesh-Final-Url"));
        Assert.Equal("caf\u00e9", JsonDocument.Parse(Header(response, "NewsMesh-Response-Headers")).RootElement.Text("server"));
    }

    [Fact]
    public async Task What_is_known_of_the_page_comes_as_json()
    {
        await using var host = await StartAsync();
        var meta = await host.Client.JsonAsync("/articles/a/raw?meta=true");
        Assert.Equal("caf\u00e9", meta.GetProperty("headers").Text("server"));
        Assert.Equal(52, meta.GetProperty("length").GetInt64());
        Assert.False(meta.TryGetProperty("content", out _));
    }

    [Fact]
    public async Task A_charset_that_is_no_name_and_an_address_with_a_line_break_do_not_reach_the_headers()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        await host.Store.RawPages.TryAddAsync(
            Stored.Page("a", Html) with { Charset = "x\r\nEvil: 1", Url = "https://a.example/\r\nEvil: 1" });
        using var response = await host.Client.GetAsync(new Uri("/articles/a/raw", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Evil"));
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
    }

    [Fact]
    public async Task What_was_stripped_is_not_available_where_the_host_cannot_tell()
    {
        await using var host = await StartAsync();
        var detail = await host.Client.ProblemAsync("/articles/a/stripped", HttpStatusCode.NotFound);
        Assert.Contains("not available in this host", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_stripped_is_told_where_the_host_can()
    {
        await using var host = await StartAsync(services => services.AddSingleton<IStrippedView, EchoView>());
        var block = (await host.Client.JsonAsync("/articles/a/stripped")).GetProperty("items")[0];
        Assert.Equal(Html, block.Text("text"));
        Assert.False(block.GetProperty("kept").GetBoolean());
        Assert.Equal("navigation", block.Text("reason"));
    }

    private static async Task<GatewayHost> StartAsync(Action<IServiceCollection>? services = null)
    {
        var host = await GatewayHost.StartAsync(services);
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        await host.Store.RawPages.TryAddAsync(Stored.Page("a", Html));
        return host;
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    private sealed class EchoView : IStrippedView
    {
        public IReadOnlyList<StrippedBlockView> Explain(RawPageDocument page) =>
            [new(System.Text.Encoding.UTF8.GetString(page.Content), Kept: false, "navigation", 0.1, "list")];
    }
}
