using System.Text.Json;
using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.EndToEnd.Tests;

/// <summary>The pipeline with a MongoDB server as its store.</summary>
[Collection(MongoPipelineGroup.Name)]
public sealed class MongoPipelineTests(MongoPipelineFixture fixture) : PipelineChecks(fixture)
{
    [MongoPipelineFact]
    public async Task One_page_comes_out_as_one_enriched_event_and_the_gateway_finds_it_by_all_that_is_known_of_it()
    {
        var received = (await OnePageComesOutAsOneEnrichedEventAsync()).Body;
        await fixture.Pipeline.Gateway.ReachesAsync("one", "enriched");
        var id = received.GetProperty("articleId").GetString()!;
        var story = received.GetProperty("story").GetProperty("storyId").GetString()!;
        var status = received.GetProperty("duplicate").GetProperty("status").GetString()!;

        foreach (var filter in (string[])["q=council+blessing", "entity=Anna+Bennett", $"duplicate={status}", $"story={story}", "from=2020-01-01"])
        {
            Assert.Contains(await ItemsAsync("/articles?" + filter), item => item.GetProperty("articleId").GetString() == id);
        }

        Assert.Empty(await ItemsAsync("/articles?q=council+unheardof"));
        Assert.Equal(received.GetProperty("text").GetString(), (await GetAsync($"/articles/{id}")).GetProperty("text").GetString());
        Assert.Single(await ItemsAsync($"/articles/{id}/revisions"));
        Assert.Contains(await ItemsAsync("/entities?type=PERSON&prefix=anna"), item => item.GetProperty("name").GetString() == "Anna Bennett");
        Assert.NotEmpty(await ItemsAsync("/stories"));
        Assert.Contains(id, (await GetAsync($"/stories/{story}")).GetProperty("articleIds").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal(id, (await GetAsync("/submissions/one")).GetProperty("articleId").GetString());
    }

    [MongoPipelineFact]
    public Task The_same_page_again_is_unchanged_and_another_text_is_a_revision() =>
        TheSamePageAgainIsUnchangedAndAnotherTextIsARevisionAsync();

    [MongoPipelineFact]
    public Task Whatever_is_no_article_is_a_counted_rejection_and_the_queue_goes_on() => WhateverIsNoArticleIsACountedRejectionAsync(
    [
        ("{bad"u8.ToArray(), "ingest.malformed"),
        ("""{"html":5}"""u8.ToArray(), "ingest.malformed"),
        ([0xFF, 0xFE, 0x00, 0x01], "ingest.malformed"),
        ("""{"html":"\u0000\u0001\u0002\u0003%PDF-1.4"}"""u8.ToArray(), "ingest.not_html"),
        ("""{"text":"Too short."}"""u8.ToArray(), "stripping.too_short"),
    ]);

    [MongoPipelineFact]
    public async Task Each_stages_commands_to_the_store_are_spans_inside_its_own()
    {
        var (spans, stages) = await ATraceGoesFromItsPublisherToItsEventAsync();

        var commands = spans.Where(span => span.Attributes.GetValueOrDefault("db.system.name") == "mongodb").ToList();
        Assert.All(stages, stage => Assert.Contains(commands, command => command.ParentId == stage.SpanId && command.Service == stage.Service));
        Assert.Contains(commands, command => command.Name == "find articles");
        Assert.All(commands, command =>
        {
            Assert.Equal(fixture.Database, command.Attributes["db.namespace"]);
            Assert.Equal(command.Name, $"{command.Attributes["db.operation.name"]} {command.Attributes["db.collection.name"]}");
        });
    }

    private async Task<JsonElement> GetAsync(string path) =>
        await fixture.Pipeline.Gateway.GetAsync(path) ?? throw new InvalidOperationException($"There is no {path}.");

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path) =>
        [.. (await GetAsync(path)).GetProperty("items").EnumerateArray()];
}
