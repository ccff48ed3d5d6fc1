using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsMesh.Contracts;
using NewsMesh.Gateway.Tests.Support;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;
using static Microsoft.Playwright.Assertions;

namespace NewsMesh.Gateway.Tests.Browser;

public sealed class DashboardTests(Chromium chromium) : IClassFixture<Chromium>
{
    [ChromiumFact]
    public async Task An_article_shows_its_entities_duplicate_story_and_stages()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a", title: "The first report"));
        await host.Store.Articles.TryAddAsync(Stored.Revision("b") with
        {
            Duplicate = new Duplicate { Status = DuplicateStatus.Near, Of = "a", Similarity = 0.91, ClusterId = "a" },
        });
        await host.Store.Stories.TryPutAsync(Stored.StoryOf("a", "b"), 0);

        var page = await chromium.OpenAsync(host.Address);
        await page.Locator("#articles li[data-id=b] a").ClickAsync();
        var article = page.Locator("article[data-id=b]");
        await Expect(article.Locator("h1")).ToHaveTextAsync("Harbour opens");
        await Expect(article.Locator(".prose mark")).ToHaveTextAsync(["Ines Carvalho", "Porto Novo", "Coastal Trust"]);
        await Expect(article.Locator(".prose mark[data-type=LOCATION]")).ToHaveTextAsync("Porto Novo");
        await Expect(article.Locator(".prose p")).ToHaveCountAsync(2);
        await Expect(article.Locator("#duplicate a")).ToHaveTextAsync("The first report");
        await Expect(article.Locator("#story li a")).ToHaveTextAsync("The first report");
        await Expect(article.Locator(".waterfall .row")).ToHaveCountAsync(Stages.All.Count);
        await Expect(article.Locator(".traceid")).ToHaveTextAsync(Stored.TraceId);

        await article.Locator("#duplicate a").ClickAsync();
        await Expect(page.Locator("article[data-id=a] h1")).ToHaveTextAsync("The first report");
    }

    [ChromiumFact]
    public async Task Articles_and_rejections_arrive_without_reloading()
    {
        await using var host = await GatewayHost.StartAsync();
        var page = await chromium.OpenAsync(host.Address);
        await Expect(page.Locator("#live")).ToHaveTextAsync("live");
        await Expect(page.Locator("#side .note")).ToContainTextAsync("No articles yet");

        var revision = Stored.Revision("a");
        await host.Store.Articles.TryAddAsync(revision);
        await host.Store.FinishAsync("sub-a", SubmissionStatus.Enriched);
        await host.Get<IBus>().Publish(EnrichedArticles.ToEvent(revision));
        await Expect(page.Locator("#articles li h3")).ToHaveTextAsync("Harbour opens");
        await Expect(page.Locator("#counts [data-status=enriched] dd")).ToHaveTextAsync("1");
    }

    [ChromiumFact]
    public async Task Filters_narrow_the_list_and_live_in_the_address()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        await host.Store.Articles.TryAddAsync(Stored.Revision("b", title: "Ferry came", text: "A ferry came.", source: "Ferry News"));
        var page = await chromium.OpenAsync(host.Address);
        await Expect(page.Locator("#articles li")).ToHaveCountAsync(2);

        await page.GetByLabel("Source").FillAsync("Ferry News");
        await Expect(page.Locator("#articles li h3")).ToHaveTextAsync(["Ferry came"]);
        Assert.Contains("source=Ferry+News", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await Expect(page.Locator("#articles li")).ToHaveCountAsync(2);
    }

    [ChromiumFact]
    public async Task What_was_stripped_is_shown_where_the_host_can_tell()
    {
        await using var host = await GatewayHost.StartAsync(services => services.AddSingleton<IStrippedView, TwoBlocks>());
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        await host.Store.RawPages.TryAddAsync(Stored.Page("a", "<p>page"));
        var page = await chromium.OpenAsync(new Uri(host.Address, "/#/articles/a"));
        await page.GetByRole(AriaRole.Tab, new() { Name = "What was stripped" }).ClickAsync();
        await Expect(page.Locator(".block[data-kept=true]")).ToContainTextAsync("A kept paragraph");
        await Expect(page.Locator(".block[data-kept=false]")).ToContainTextAsync("Check also");
    }

    [ChromiumFact]
    public async Task Rejections_are_listed_with_their_reasons()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Rejections.TryAddAsync(new RejectionDocument
        {
            RejectionId = "r",
            Stage = Stages.Ingest,
            Reason = RejectionReasons.TooShort,
            Detail = "Two words.",
            ReceivedAt = Stored.Received,
            TraceId = Stored.TraceId,
        });
        var page = await chromium.OpenAsync(new Uri(host.Address, "/#/rejections"));
        await Expect(page.Locator("tbody tr")).ToContainTextAsync(["too_short"]);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync(["Two words."]);
    }

    [ChromiumFact]
    public async Task The_keyboard_is_enough_to_read_and_search()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        var page = await chromium.OpenAsync(host.Address);
        await Expect(page.Locator("#articles li")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("article[data-id=a]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByLabel("Search")).ToBeFocusedAsync();
    }

    private sealed class TwoBlocks : IStrippedView
    {
        public IReadOnlyList<StrippedBlockView> Explain(RawPageDocument page) =>
        [
            new("A kept paragraph", Kept: true, "text density", 0.9, "paragraph"),
            new("Check also", Kept: false, "related links", 0.1, "list"),
        ];
    }
}
