using System.Net;
using NewsMesh.Contracts;
using NewsMesh.Gateway.Tests.Support;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Tests;

public sealed class OutcomeTests
{
    [Fact]
    public async Task A_submission_tells_what_became_of_it()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.FinishAsync("run 7/\u00e4", SubmissionStatus.Unchanged);
        var submission = await host.Client.JsonAsync($"/submissions/{Uri.EscapeDataString("run 7/\u00e4")}");
        Assert.Equal("unchanged", submission.Text("status"));
        Assert.Equal(Stored.TraceId, submission.Text("traceId"));
    }

    [Fact]
    public async Task Submissions_are_counted_by_outcome_and_the_sum_is_what_was_submitted()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.FinishAsync("a", SubmissionStatus.Enriched);
        await host.Store.FinishAsync("b", SubmissionStatus.Enriched);
        await host.Store.FinishAsync("c", SubmissionStatus.Rejected);
        await host.Store.Submissions.ReceiveAsync(Stored.Submission("d"));
        var counts = await host.Client.JsonAsync("/submissions");
        Assert.Equal(4, counts.GetProperty("submitted").GetInt64());
        var byStatus = counts.GetProperty("byStatus");
        Assert.Equal(2, byStatus.GetProperty("enriched").GetInt64());
        Assert.Equal(1, byStatus.GetProperty("rejected").GetInt64());
        Assert.Equal(1, byStatus.GetProperty("pending").GetInt64());
        Assert.Equal(0, byStatus.GetProperty("dead-lettered").GetInt64());
    }

    [Fact]
    public async Task Rejections_are_listed_with_their_reasons_and_counted()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Rejections.TryAddAsync(new RejectionDocument
        {
            RejectionId = "r1",
            SubmissionId = "a",
            Stage = Stages.Ingest,
            Reason = RejectionReasons.Malformed,
            Detail = "No JSON.",
            ReceivedAt = Stored.Received,
            TraceId = Stored.TraceId,
            Body = [1, 2, 3],
        });
        var rejections = await host.Client.JsonAsync("/rejections");
        var item = rejections.GetProperty("items")[0];
        Assert.Equal("malformed", item.Text("reason"));
        Assert.Equal("No JSON.", item.Text("detail"));
        Assert.False(item.TryGetProperty("body", out _));
        Assert.Equal(1, rejections.GetProperty("byReason").GetProperty("malformed").GetInt64());
        await host.Client.ProblemAsync("/rejections?limit=-1", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_story_has_its_articles_in_the_order_they_joined()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        await host.Store.Articles.TryAddAsync(Stored.Revision("b"));
        await host.Store.Stories.TryPutAsync(Stored.StoryOf("b", "a", "not-announced-yet"), 0);

        var listed = (await host.Client.JsonAsync("/stories")).GetProperty("items")[0];
        Assert.Equal("story-1", listed.Text("storyId"));
        Assert.Equal(3, listed.GetProperty("articles").GetInt32());

        var story = await host.Client.JsonAsync("/stories/story-1");
        Assert.Equal("The harbour", story.GetProperty("story").Text("title"));
        Assert.Equal(["b", "a"], story.GetProperty("articles").EnumerateArray().Select(a => a.Text("articleId")));
        await host.Client.ProblemAsync("/stories?cursor=%00broken", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Entities_are_counted_over_the_articles()
    {
        await using var host = await GatewayHost.StartAsync();
        await host.Store.Articles.TryAddAsync(Stored.Revision("a"));
        await host.Store.Articles.TryAddAsync(Stored.Revision("b", text: "Porto Novo is quiet."));
        var entities = await host.Client.JsonAsync("/entities");
        var top = entities.GetProperty("items")[0];
        Assert.Equal("Porto Novo", top.Text("name"));
        Assert.Equal(2, top.GetProperty("articles").GetInt64());

        var people = await host.Client.JsonAsync("/entities?type=PERSON&prefix=ines");
        Assert.Equal("Ines Carvalho", Assert.Single(people.GetProperty("items").EnumerateArray()).Text("name"));
        await host.Client.ProblemAsync("/entities?type=ANIMAL", HttpStatusCode.BadRequest);
    }
}
