using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Playwright;
using NewsMesh.Contracts;
using NewsMesh.Gateway.Tests.Support;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;
using static Microsoft.Playwright.Assertions;

namespace NewsMesh.Gateway.Tests.Browser;

public sealed class HostileContentTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Script = "<script>window.ran = true</script>";
    private const string Image = "<img src=x onerror=\"window.ran = true\">";
    private const string Link = "javascript:window.ran=true";

    [ChromiumFact]
    public async Task Markup_in_an_article_is_text_and_runs_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        var hostile = Hostile();
        await host.Store.Articles.TryAddAsync(hostile);
        await host.Store.Stories.TryPutAsync(Stored.StoryOf("a") with { Title = Script + Image }, 0);
        await host.Store.Rejections.TryAddAsync(new RejectionDocument
        {
            RejectionId = "r",
            SubmissionId = Image,
            Url = Link,
            Stage = Stages.Ingest,
            Reason = RejectionReasons.BadUrl,
            Detail = Script + Image,
            ReceivedAt = Stored.Received,
            TraceId = Stored.TraceId,
        });
        ConcurrentQueue<string> complaints = new();
        var page = await chromium.OpenAsync(host.Address);
        page.Console += (_, message) => complaints.Enqueue(message.Text);
        page.Dialog += (_, dialog) => complaints.Enqueue(dialog.Message);

        await Expect(page.Locator("#live")).ToHaveTextAsync("live");
        await host.Get<IBus>().Publish(EnrichedArticles.ToEvent(hostile));
        await Expect(page.Locator("#articles li.arrived h3")).ToHaveTextAsync(Script + Image);
        await page.Locator("#articles li a").ClickAsync();
        await Expect(page.Locator("article h1")).ToHaveTextAsync(Script + Image);
        await Expect(page.Locator(".prose")).ToContainTextAsync($"Before {Image} and {Script} after.");
        await Expect(page.Locator(".prose mark")).ToHaveTextAsync(Image);
        await Expect(page.Locator("#entities .chip")).ToContainTextAsync([Image]);
        await AssertInertAsync(page);

        foreach (var view in new[] { "stories/story-1", "entities", "rejections" })
        {
            await page.EvaluateAsync("view => { location.hash = '#/' + view; }", view);
            await Expect(page.Locator("#detail")).ToContainTextAsync(Image);
            await AssertInertAsync(page);
        }

        Assert.Empty(complaints);
    }

    [ChromiumFact]
    public async Task The_page_as_received_is_shown_as_its_source()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        await host.Store.RawPages.TryAddAsync(Stored.Page("a", $"<title>t</title>{Script}{Image}"));
        var page = await chromium.OpenAsync(new Uri(host.Address, "/articles/a/raw"));
        await Expect(page.Locator("body")).ToContainTextAsync(Script);
        Assert.Equal(0, await page.Locator("script, img").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("'ran' in window"));
    }

    private static RevisionDocument Hostile()
    {
        var text = $"Before {Image} and {Script} after.";
        var stored = Stored.Revision("a", title: Script + Image, text: text, source: Image);
        return stored with
        {
            Article = stored.Article with
            {
                Url = Link,
                CanonicalUrl = Link,
                SiteName = Image,
                Section = Script,
                Byline = [Image],
                Language = "\"><img>",
                Metadata = new Dictionary<string, string> { [Image] = Script },
            },
            Entities = [Stored.Entity("PERSON", Image, text)],
            Story = new Story { StoryId = "story-1", Title = Script + Image },
        };
    }

    private static async Task AssertInertAsync(IPage page)
    {
        Assert.Equal(1, await page.Locator("script").CountAsync());
        Assert.Equal(1, await page.Locator("img").CountAsync());
        Assert.Equal(0, await page.Locator("a[href^='javascript' i]").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("'ran' in window"));
    }
}
