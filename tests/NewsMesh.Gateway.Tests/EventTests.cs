using System.Net;
using System.Text.Json;
using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.Gateway.Live;
using NewsMesh.Gateway.Tests.Support;
using NewsMesh.Storage;

namespace NewsMesh.Gateway.Tests;

public sealed class EventTests
{
    [Fact]
    public async Task Events_of_the_bus_arrive_as_they_were_sent()
    {
        await using var host = await GatewayHost.StartAsync();
        await using var reader = await EventReader.OpenAsync(host.Client);
        var bus = host.Get<IBus>();

        await bus.Publish(EnrichedArticles.ToEvent(Stored.Revision("a")));
        var enriched = await reader.NextAsync();
        Assert.Equal("enriched", enriched.EventType);
        var data = JsonDocument.Parse(enriched.Data).RootElement;
        Assert.Equal("a", data.Text("articleId"));
        Assert.Equal(JsonValueKind.Null, data.GetProperty("leadImage").ValueKind);

        await bus.Publish(new ArticleRejected
        {
            Stage = Stages.Ingest,
            Reason = RejectionReasons.Empty,
            Detail = "Nothing in it.",
            TraceId = Stored.TraceId,
        });
        Assert.Equal("rejected", (await reader.NextAsync()).EventType);

        await bus.Publish(new StoryChanged { StoryId = "s", Because = "merged" });
        var changed = await reader.NextAsync();
        Assert.Equal("changed", changed.EventType);
        Assert.Equal("s", JsonDocument.Parse(changed.Data).RootElement.Text("storyId"));
    }

    [Fact]
    public async Task A_subscriber_that_comes_back_gets_what_it_missed()
    {
        await using var host = await GatewayHost.StartAsync();
        var feed = host.Get<IEventFeed>();
        string lastId;
        await using (var reader = await EventReader.OpenAsync(host.Client))
        {
            feed.Publish("enriched", "1");
            var item = await reader.NextAsync();
            lastId = item.EventId!;
        }

        feed.Publish("enriched", "2");
        feed.Publish("rejected", "3");
        await using var again = await EventReader.OpenAsync(host.Client, lastId);
        Assert.Equal("2", (await again.NextAsync()).Data);
        Assert.Equal("3", (await again.NextAsync()).Data);

        await using var fromBefore = await EventReader.OpenAsync(host.Client, "another-7");
        Assert.Equal("1", (await fromBefore.NextAsync()).Data);
    }

    [Fact]
    public async Task A_silent_stream_is_kept_open_with_comments()
    {
        await using var host = await GatewayHost.StartAsync(null, ("KeepAlive", "00:00:01"));
        using var response = await host.Client.GetAsync(
            new Uri("/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        List<string?> read = [];
        while (read.Count < 4)
        {
            read.Add(await lines.ReadLineAsync());
        }

        Assert.StartsWith("retry: ", read[0], StringComparison.Ordinal);
        Assert.Equal(":", read[3]);
    }

    [Fact]
    public async Task More_subscribers_than_may_be_are_told_to_come_back()
    {
        await using var host = await GatewayHost.StartAsync(null, ("MaxEventSubscribers", "1"));
        await using var reader = await EventReader.OpenAsync(host.Client);
        await host.Client.ProblemAsync("/events", HttpStatusCode.TooManyRequests);
    }
}
