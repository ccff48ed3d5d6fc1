using System.Net;
using NewsMesh.Contracts;
using NewsMesh.Gateway.Tests.Support;

namespace NewsMesh.Gateway.Tests;

public sealed class ArticleTests
{
    [Fact]
    public async Task The_listing_has_announced_articles_newest_first_and_pages_by_cursor()
    {
        await using var host = await GatewayHost.StartAsync();
        for (var i = 1; i <= 5; i++)
        {
            var stored = Stored.Revision($"a{i}");
            await host.Store.Articles.TryAddAsync(
                stored with { Article = stored.Article with { ReceivedAt = Stored.Received.AddHours(i) } });
        }

        await host.Store.Articles.TryAddAsync(Stored.Revision("waiting") with { AnnouncedAt = null, AnnouncedFor = null });
        var first = await host.Client.JsonAsync("/articles?limit=3");
        var second = await host.Client.JsonAsync($"/articles?limit=3&cursor={Uri.EscapeDataString(first.Text("nextCursor")!)}");
        var ids = new[] { first, second }.SelectMany(p => p.GetProperty("items").EnumerateArray()).Select(a => a.Text("articleId"));
        Assert.Equal(["a5", "a4", "a3", "a2", "a1"], ids);
        Assert.Null(second.Text("nextCursor"));
    }

    [Theory]
    [InlineData("q=harbour", "a,b")]
    [InlineData("q=ferry", "b")]
    [InlineData("q=ferry+porto", "")]
    [InlineData("entity=coastal+trust", "a")]
    [InlineData("source=Ferry+News", "b")]
    [InlineData("duplicate=near", "b")]
    [InlineData("duplicate=exact", "")]
    [InlineData("story=story-2", "b")]
    [InlineData("from=2026-03-02", "b")]
    [InlineData("to=2026-03-02T00:00:00Z", "a")]
    [InlineData("from=2026-03-01T00:00:00%2B01:00&to=2026-03-01T12:30Z", "a")]
    public async Task Filters_narrow_the_listing(string query, string expected)
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        var other = Stored.Revision("b", title: "Ferry to the harbour", text: "A ferry came.", source: "Ferry News");
        await host.Store.Articles.TryAddAsync(other with
        {
            Article = other.Article with { ReceivedAt = Stored.Received.AddDays(1) },
            Duplicate = new Duplicate { Status = DuplicateStatus.Near, Of = "a", ClusterId = "a", Similarity = 0.8 },
            Story = new Story { StoryId = "story-2" },
        });
        var page = await host.Client.JsonAsync("/articles?" + query);
        Assert.Equal(expected, string.Join(',', page.GetProperty("items").EnumerateArray().Select(a => a.Text("articleId")).Order()));
    }

    [Theory]
    [InlineData("cursor=%00broken")]
    [InlineData("cursor=AAAA")]
    [InlineData("from=yesterday")]
    [InlineData("to=2026-13-01")]
    [InlineData("duplicate=maybe")]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=ten")]
    public async Task A_bad_value_is_a_problem_that_says_what_is_right(string query)
    {
        await using var host = await GatewayHost.StartAsync();
        var detail = await host.Client.ProblemAsync("/articles?" + query, HttpStatusCode.BadRequest);
        Assert.Contains(query.Split('=')[0], detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_its_enriched_event_with_nulls_and_links()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        var article = await host.Client.JsonAsync("/articles/a");
        Assert.Equal(1, article.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("sub-a", article.Text("submissionId"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, article.GetProperty("leadImage").ValueKind);
        Assert.Equal("local", article.GetProperty("metadata").Text("desk"));
        Assert.Equal("/articles/a/raw?revision=1", article.GetProperty("links").Text("raw"));
        foreach (var entity in article.GetProperty("entities").EnumerateArray())
        {
            var mention = entity.GetProperty("mentions")[0];
            var text = article.Text("text")![mention.GetProperty("start").GetInt32()..mention.GetProperty("end").GetInt32()];
            Assert.Equal(mention.Text("text"), text);
        }
    }

    [Fact]
    public async Task The_latest_announced_revision_is_shown_and_others_by_number()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a", 1, title: "First"));
        await host.Store.Articles.TryAddAsync(Stored.Revision("a", 2, title: "Second"));
        await host.Store.Articles.TryAddAsync(
            Stored.Revision("a", 3) with { AnnouncedAt = null, AnnouncedFor = null, Duplicate = null, Story = null });
        Assert.Equal("Second", (await host.Client.JsonAsync("/articles/a")).Text("title"));
        Assert.Equal("First", (await host.Client.JsonAsync("/articles/a?revision=1")).Text("title"));
        await host.Client.ProblemAsync("/articles/a?revision=3", HttpStatusCode.NotFound);
        await host.Client.ProblemAsync("/articles/a?revision=4", HttpStatusCode.NotFound);
        await host.Client.ProblemAsync("/articles/a?revision=x", HttpStatusCode.BadRequest);

        var history = await host.Client.JsonAsync("/articles/a/revisions");
        Assert.Equal([1, 2, 3], history.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task The_trace_is_a_waterfall_from_the_first_stage_on()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        var trace = await host.Client.JsonAsync("/articles/a/trace");
        Assert.Equal(Stored.TraceId, trace.Text("traceId"));
        Assert.Equal(70, trace.GetProperty("totalMs").GetDouble());
        var stages = trace.GetProperty("stages").EnumerateArray().ToArray();
        Assert.Equal(Stages.All, stages.Select(s => s.Text("stage")!));
        Assert.Equal([0, 20, 40, 60], stages.Select(s => s.GetProperty("offsetMs").GetDouble()));
        Assert.Equal("ingest-1", stages[0].Text("version"));
    }

    [Theory]
    [InlineData("/articles/none")]
    [InlineData("/articles/none/trace")]
    [InlineData("/articles/none/revisions")]
    [InlineData("/articles/none/raw")]
    [InlineData("/articles/none/stripped")]
    [InlineData("/submissions/none")]
    [InlineData("/stories/none")]
    [InlineData("/nowhere")]
    [InlineData("/assets/none.js")]
    public async Task What_is_not_there_is_a_404_problem(string path)
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Client.ProblemAsync(path, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/articles/%3Cscript%3E")]
    [InlineData("/articles/a%20b/trace")]
    [InlineData("/articles/a%0Ab/revisions")]
    [InlineData("/articles/%2E%2E%2Fetc/raw")]
    [InlineData("/articles/%22/stripped")]
    [InlineData("/stories/%7B%7D")]
    [InlineData("/submissions/a%0Ab")]
    public async Task What_cannot_be_an_id_is_a_400_problem(string path)
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Client.ProblemAsync(path, HttpStatusCode.BadRequest);
    }
}
