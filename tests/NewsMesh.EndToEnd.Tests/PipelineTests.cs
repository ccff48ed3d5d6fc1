using System.Text.Json;
using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.EndToEnd.Tests;

/// <summary>The pipeline with a SQLite file as its store.</summary>
[Collection(PipelineGroup.Name)]
public sealed class PipelineTests(PipelineFixture fixture) : PipelineChecks(fixture)
{
    private static IReadOnlyList<(byte[] Body, string Key)> BadMessages =>
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

    [RabbitMqFact]
    public Task One_page_comes_out_as_one_enriched_event() => OnePageComesOutAsOneEnrichedEventAsync();

    [RabbitMqFact]
    public Task The_same_page_again_is_unchanged_and_another_text_is_a_revision() =>
        TheSamePageAgainIsUnchangedAndAnotherTextIsARevisionAsync();

    [RabbitMqFact]
    public Task An_articles_trace_goes_from_its_publisher_to_its_event() => ATraceGoesFromItsPublisherToItsEventAsync();

    [RabbitMqFact]
    public Task Whatever_is_no_article_is_a_counted_rejection_and_the_queue_goes_on() =>
        WhateverIsNoArticleIsACountedRejectionAsync(BadMessages);
}
