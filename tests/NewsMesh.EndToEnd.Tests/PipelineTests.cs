using System.Text.Json;
using NewsMesh.EndToEnd.Tests.Support;
using RabbitMQ.Client;

namespace NewsMesh.EndToEnd.Tests;

/// <summary>Articles through four processes over RabbitMQ, seen by plain AMQP clients.</summary>
[Collection(PipelineGroup.Name)]
public sealed class PipelineTests(PipelineFixture fixture)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [RabbitMqFact]
    public async Task One_page_comes_out_as_one_enriched_event()
    {
        await using var client = await AmqpClient.ConnectAsync(fixture.Broker.Address);
        await client.SubscribeAsync("newsmesh.enriched", "en.*");
        await client.DropAsync(new { id = "one", url = Articles.Url(1) + "?utm_source=x", html = Articles.Page(1), metadata = new Dictionary<string, string> { ["Topic"] = "a", ["topic"] = "b" } });

        var received = await EventOfAsync(client, "one");

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
    }

    [RabbitMqFact]
    public async Task The_same_page_again_is_unchanged_and_another_text_is_a_revision()
    {
        await using var client = await AmqpClient.ConnectAsync(fixture.Broker.Address);
        await client.SubscribeAsync("newsmesh.enriched");
        await client.DropAsync(new { id = "first", url = Articles.Url(2), html = Articles.Page(2) });
        var first = await EventOfAsync(client, "first");
        await client.DropAsync(new { id = "again", url = Articles.Url(2), html = Articles.Page(2) });
        await client.DropAsync(new { id = "nonce", url = Articles.Url(2), html = Articles.Page(2).Replace("</body>", "<script>var nonce = 7</script></body>", StringComparison.Ordinal) });
        await StatusAsync("again", "unchanged");
        await StatusAsync("nonce", "unchanged");
        await client.DropAsync(new { id = "changed", url = Articles.Url(2), html = Articles.Page(2).Replace("on Monday", "on Tuesday", StringComparison.Ordinal) });
        var changed = await EventOfAsync(client, "changed");

        Assert.Equal(first.Body.GetProperty("articleId").GetString(), changed.Body.GetProperty("articleId").GetString());
        Assert.Equal(2, changed.Body.GetProperty("revision").GetInt32());
        Assert.Equal("revision", changed.Body.GetProperty("cause").GetString());
        Assert.NotEqual(first.MessageId, changed.MessageId);
        Assert.DoesNotContain(client.Events, e => SubmissionId(e) is "again" or "nonce");
    }

    [RabbitMqFact]
    public async Task An_articles_trace_goes_from_its_publisher_to_its_event()
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

        var received = await EventOfAsync(client, "traced");
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
    }

    [RabbitMqFact]
    public async Task Whatever_is_no_article_is_a_counted_rejection_and_the_queue_goes_on()
    {
        await using var client = await AmqpClient.ConnectAsync(fixture.Broker.Address);
        await client.SubscribeAsync("newsmesh.rejected");
        await client.SubscribeAsync("newsmesh.enriched");
        var before = (await fixture.Pipeline.Gateway.CountsAsync())["rejected"];
        foreach (var (body, _) in BadMessages)
        {
            await client.DropAsync(body);
        }

        await client.DropAsync("{}"u8.ToArray(), new BasicProperties { ContentType = "text/odd" });
        await client.DropAsync(new { id = "after-all", url = Articles.Url(4), html = Articles.Page(4) });
        await EventOfAsync(client, "after-all");

        var expected = BadMessages.Select(m => m.Key).Append("ingest.empty").Order(StringComparer.Ordinal).ToList();
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

    private static IEnumerable<(byte[] Body, string Key)> BadMessages =>
    [
        ("{bad"u8.ToArray(), "ingest.malformed"),
        ("[1,2]"u8.ToArray(), "ingest.malformed"),
        ("null"u8.ToArray(), "ingest.malformed"),
        ("\"text\""u8.ToArray(), "ingest.malformed"),
        ([], "ingest.empty"),
        ("""{"html":5}"""u8.ToArray(), "ingest.malformed"),
        ("""{"text":"x","publishedAt":"soon"}"""u8.ToArray(), "ingest.malformed"),
        ("""{"message":{"x":1},"messageType":["urn:message:Foo:Bar"]}"""u8.ToArray(), "ingest.empty"),
        (System.Text.Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100)), "ingest.malformed"),
        ([0xFF, 0xFE, 0x00, 0x01], "ingest.malformed"),
        ("""{"html":"\u0000\u0001\u0002\u0003%PDF-1.4"}"""u8.ToArray(), "ingest.not_html"),
        ("""{"url":"http://127.0.0.1:1/x"}"""u8.ToArray(), "ingest.fetch_forbidden"),
        ("""{"url":"http://169.254.169.254/latest"}"""u8.ToArray(), "ingest.fetch_forbidden"),
        ("""{"url":"javascript:alert(1)"}"""u8.ToArray(), "ingest.bad_url"),
        ("""{"text":"Too short."}"""u8.ToArray(), "stripping.too_short"),
        (JsonSerializer.SerializeToUtf8Bytes(new { html = string.Concat(Enumerable.Repeat("<div>", 10_000)) }), "stripping.too_short"),
        (JsonSerializer.SerializeToUtf8Bytes(new { html = new string('x', 11 * 1024 * 1024) }), "ingest.too_large"),
        (JsonSerializer.SerializeToUtf8Bytes(new { html = new string('x', 100_000_000) }), "ingest.too_large"),
    ];

    private static string? SubmissionId(ReceivedEvent received) => received.Body.GetProperty("submissionId").GetString();

    private static async Task<ReceivedEvent> EventOfAsync(AmqpClient client, string submissionId)
    {
        await Eventually.TrueAsync(() => Task.FromResult(client.Events.Any(e => SubmissionId(e) == submissionId)), Patience, $"the event of {submissionId} arrives");
        return client.Events.First(e => SubmissionId(e) == submissionId);
    }

    private Task StatusAsync(string submissionId, string status) => Eventually.TrueAsync(
        async () => await fixture.Pipeline.Gateway.StatusAsync(submissionId) == status, Patience, $"{submissionId} is {status}");

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
