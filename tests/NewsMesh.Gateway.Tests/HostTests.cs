using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsMesh.Gateway.Tests.Support;
using NewsMesh.ServiceDefaults;
using NewsMesh.Storage;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace NewsMesh.Gateway.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task The_api_describes_itself()
    {
        await using var host = await GatewayHost.StartAsync();
        var paths = (await host.Client.JsonAsync("/openapi/v1.json")).GetProperty("paths");
        string[] expected =
        [
            "/articles", "/articles/{id}", "/articles/{id}/trace", "/articles/{id}/revisions", "/articles/{id}/raw",
            "/articles/{id}/stripped", "/submissions", "/submissions/{id}", "/rejections", "/stories", "/stories/{id}",
            "/entities", "/events",
        ];
        Assert.Equal(expected.Order(), paths.EnumerateObject().Select(p => p.Name.TrimEnd('/')).Order());
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/assets/app.css", "text/css")]
    [InlineData("/assets/app.js", "text/javascript")]
    public async Task The_page_and_its_files_come_with_a_strict_policy_and_are_not_sent_twice(string path, string type)
    {
        await using var host = await GatewayHost.StartAsync();
        using var first = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);
        var policy = Assert.Single(first.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_store_that_is_away_is_503_with_a_time_to_come_back()
    {
        await using var host = await GatewayHost.StartAsync(services => services.AddSingleton(AwayStore()));
        using var response = await host.Client.GetAsync(new Uri("/articles", UriKind.Relative));
        await response.DetailAsync(HttpStatusCode.ServiceUnavailable);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("MaxBatch", "0")]
    [InlineData("MaxBodyBytes", "12")]
    [InlineData("MaxUnfinished", "5")]
    [InlineData("KeepAlive", "00:00:00")]
    [InlineData("EventBuffer", "many")]
    public void A_bad_setting_is_named(string name, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"{GatewayOptions.Section}:{name}", value)]).Build();
        var fault = Assert.Throws<SettingException>(() => GatewayOptions.From(configuration));
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>No store can be made to go away on a request's way, so this one is.</summary>
    private static IStore AwayStore()
    {
        var store = Substitute.For<IStore>();
        store.Articles.SearchAsync(Arg.Any<ArticleQuery>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new StoreUnavailableException("away"));
        return store;
    }
}
