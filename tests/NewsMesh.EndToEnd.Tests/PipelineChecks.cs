using NewsMesh.EndToEnd.Tests.Support;
using RabbitMQ.Client;

namespace NewsMesh.EndToEnd.Tests;

/// <summary>
/// What articles do on their way through four processes over RabbitMQ, seen by plain AMQP clients; the same on every store.
/// </summary>
public abstract class PipelineChecks(PipelineFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected async Task<ReceivedEvent> OnePageComesOutAsOneEnrichedEventAsync()
    {
        await using var client = await AmqpClient.ConnectAsync(fixture.Broker.Address);
        await client.SubscribeAsync("newsmesh.enriched", "en.*");
        await client.DropAsync(new { id = "one", url = Articles.Url(1) + "?utm_source=x", html = Articles.Page(1), metadata = new Dictionary<string, string> { ["Topic"] = "a", ["topic"] = "b" } });

        var received = await client.EventOfAsync("one");

        Assert.Equal("application/json", received.ContentType);
        Assert.StartsWith("en.", received.RoutingKey, StringComparison.Ordinal);
        var article = received.Body;
        Assert.Equal(1, article.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("new", article.GetProperty("cause").GetString());
        Assert.Equal(Articles.Url(1), article.GetProperty("canonicalUrl").GetString());
        Assert.Equal(Articles.Title(1), article.GetProperty("title").GetString());
        Assert.Equal("a", article.GetProperty("metadata").GetProperty("Topic").GetString());
        Assert.Equal("b", article.GetProperty("metadata").GetProperty("topic").GetString());
        var text = article.GetProperty("text").GetString()!;
        Assert.Contains("Mayor Anna Bennett said", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Copyright", text, StringComparison.Ordinal);
        var mentions = article.GetProperty("entities").EnumerateArray().SelectMany(e => e.GetProperty("mentions").EnumerateArray()).ToList();
        Assert.Contains(mentions, m => m.GetProperty("text").GetString() == "Anna Bennett");
        Assert.All(mentions, m => Assert.Equal(m.GetProperty("text").GetString(), text[m.GetProperty("start").GetInt32()..m.GetProperty("end").GetInt32()]));
        Assert.Equal(["ingest", "stripping", "entities", "dedup"], article.GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("stage").GetString()!));
        Assert.Single(client.Events, e => e.SubmissionId == "one");
        return received;
    }

    protected async Task TheSamePageAgainIsUnchangedAndAnotherTextIsARevisionAsync()
    {
        await using var client = await AmqpClient.ConnectAsync(fixture.Broker.Address);
        await client.SubscribeAsync("newsmesh.enriched");
        await client.DropAsync(new { id = "first", url = Articles.Url(2), html = Articles.Page(2) });
        var first = await client.EventOfAsync("first");
        await client.DropAsync(new { id = "again", url = Articles.Url(2), html = Articles.Page(2) });
        await client.DropAsync(new { id = "nonce", url = Articles.Url(2), html = Articles.Page(2).Replace("</body>", "<script>var nonce = 7</script></body>", StringComparison.Ordinal) });
        await fixture.Pipeline.Gateway.ReachesAsync("again", "unchanged");
        await fixture.Pipeline.Gateway.ReachesAsync("nonce", "unchanged");
        await client.DropAsync(new { id = "changed", url = Articles.Url(2), html = Articles.Page(2).Replace("on Monday", "on Tuesday", StringComparison.Ordinal) });
        var changed = await client.EventOfAsync("changed");

        Assert.Equal(first.Body.GetProperty("articleId").GetString(), changed.Body.GetProperty("articleId").GetString());
        Assert.Equal(2, changed.Body.GetProperty("revision").GetInt32());
        Assert.Equal("revision", changed.Body.GetProperty("cause").GetString());
        Assert.NotEqual(first.MessageId, changed.MessageId);
        Assert.DoesNotContain(client.Events, e => e.SubmissionId is "again" or "nonce");
    }

    /// <returns>The spans of the article's trace, and those of its stages among them, first to last.</returns>
    protected async Task<(IReadOnlyCollection<OtlpSpan> Spans, IReadOnlyList<OtlpSpan> Stages)> ATraceGoesFromItsPublisherToItsEventAsync()
    {
        const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        const string PublisherSpan = "00f067aa0ba902b7";
        await using var client = await AmqpClient.ConnectAsync(fixture.Broker.Address);
        await client.SubscribeAsync("newsmesh.enriched");
        var properties = new BasicProperties
        {
            Headers = new Dictionary<string, object?> { ["traceparent"] = $"00-{TraceId}-{PublisherSpan}-01", ["tracestate"] = "vendor=1" },
        };
        await client.DropAsync(new { id = "traced", url = Articles.Url(3), html = Articles.Page(3) }, properties);

        var received = await client.EventOfAsync("traced");
        Assert.Equal(TraceId, received.Body.GetProperty("traceId").GetString());
        Assert.StartsWith($"00-{TraceId}-", received.TraceParent, StringComparison.Ordinal);
        Assert.EndsWith("-01", received.TraceParent, StringComparison.Ordinal);

        var spans = new Dictionary<string, OtlpSpan>();
        await Eventually.TrueAsync(
            () =>
            {
                // The processes export on their own time: the trace is whole once every span but the first has its parent.
                spans = Trace(TraceId).ToDictionary(s => s.SpanId);
                return Task.FromResult(StagesOf(TraceId).Count == 4
                    && spans.ContainsKey(received.TraceParent!.Split('-')[2])
                    && spans.Values.All(s => s.ParentId == PublisherSpan || spans.ContainsKey(s.ParentId)));
            },
            Patience,
            "the whole trace arrives");
        Assert.Single(spans.Values, s => s.ParentId == PublisherSpan);
        var stages = StagesOf(TraceId);
        Assert.Equal(["newsmesh-ingest", "newsmesh-stripping", "newsmesh-entities", "newsmesh-dedup"], stages.Select(s => s.Service));
        for (var i = 1; i < stages.Count; i++)
        {
            Assert.Contains(stages[i - 1].Service, Ancestors(spans, stages[i]).Select(s => s.Service));
        }

        Assert.All(stages.Skip(1), s => Assert.Equal(received.Body.GetProperty("articleId").GetString(), s.Attributes["newsmesh.article.id"]));
        await Eventually.TrueAsync(
            () => Task.FromResult(fixture.Otlp.Metrics.ContainsKey("newsmesh.articles") && fixture.Otlp.Metrics.ContainsKey("newsmesh.stage.duration")),
            Patience,
            "metrics arrive");
        return (spans.Values, stages);
    }

    /// <param name="messages">Messages with the routing keys of their rejections.</param>
    protected async Task WhateverIsNoArticleIsACountedRejectionAsync(IReadOnlyList<(byte[] Body, string Key)> messages)
    {
        await using var client = await AmqpClient.ConnectAsync(fixture.Broker.Address);
        await client.SubscribeAsync("newsmesh.rejected");
        await client.SubscribeAsync("newsmesh.enriched");
        var before = (await fixture.Pipeline.Gateway.CountsAsync())["rejected"];
        foreach (var (body, _) in messages)
        {
            await client.DropAsync(body);
        }

        await client.DropAsync("{}"u8.ToArray(), new BasicProperties { ContentType = "text/odd" });
        await client.DropAsync(new { id = "after-all", url = Articles.Url(4), html = Articles.Page(4) });
        await client.EventOfAsync("after-all");

        var expected = messages.Select(m => m.Key).Append("ingest.empty").Order(StringComparer.Ordinal).ToList();
        await Eventually.TrueAsync(() => Task.FromResult(Rejections().Count >= expected.Count), Patience, "every rejection arrives");
        Assert.Equal(expected, Rejections());
        Assert.Equal(before + expected.Count, (await fixture.Pipeline.Gateway.CountsAsync())["rejected"]);
        var left = await fixture.Broker.ReadyMessagesAsync("newsmesh.articles_error", "newsmesh.articles_skipped", "newsmesh.stripping_error");
        Assert.All(left, queue => Assert.Equal(0u, queue.Value));

        var traceId = client.Events.First(e => e.RoutingKey == "ingest.not_html").Body.GetProperty("traceId").GetString()!;
        await Eventually.TrueAsync(
            () => Task.FromResult(fixture.Otlp.LogTraceIds.Contains(traceId)), Patience, "the rejection's log record carries its trace id");

        List<string> Rejections() => [.. client.Events.Select(e => e.RoutingKey).Where(k => !k.StartsWith("en.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private IEnumerable<OtlpSpan> Trace(string traceId) => fixture.Otlp.Spans.Where(s => s.TraceId == traceId);

    /// <summary>The stages' own spans, in the order of the stages.</summary>
    private List<OtlpSpan> StagesOf(string traceId)
    {
        string[] stages = ["ingest", "stripping", "entities", "dedup"];
        return [.. Trace(traceId).Where(s => stages.Contains(s.Name)).OrderBy(s => Array.IndexOf(stages, s.Name))];
    }

    private static IEnumerable<OtlpSpan> Ancestors(Dictionary<string, OtlpSpan> spans, OtlpSpan span)
    {
        while (spans.TryGetValue(span.ParentId, out var parent))
        {
            yield return parent;
            span = parent;
        }
    }
}
