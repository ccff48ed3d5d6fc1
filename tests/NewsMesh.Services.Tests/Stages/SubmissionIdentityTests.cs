using NewsMesh.Contracts;
using NewsMesh.Ingest.Service;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.Services.Tests.Support;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Services.Tests.Stages;

/// <summary>Which message is which submission, whatever the client calls its messages.</summary>
public sealed class SubmissionIdentityTests
{
    private const string Body = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

    [Fact]
    public async Task A_redelivery_without_any_id_adopts_the_record_that_is_pending()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var first = await ReceiveAsync(pipeline, new Delivery(null, Body, Redelivered: false));
        var again = await ReceiveAsync(pipeline, new Delivery(null, Body, Redelivered: true));
        Assert.Equal(first, again);

        await pipeline.Store.Submissions.TrySetOutcomeAsync(
            new() { SubmissionId = first.SubmissionId, Status = SubmissionStatus.Enriched, FinishedAt = first.ReceivedAt });
        var later = await ReceiveAsync(pipeline, new Delivery(null, Body, Redelivered: true));
        Assert.NotEqual(first.SubmissionId, later.SubmissionId);
    }

    [Fact]
    public async Task Two_equal_bodies_without_ids_are_two_submissions()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var first = await ReceiveAsync(pipeline, new Delivery(null, Body, Redelivered: false));
        var second = await ReceiveAsync(pipeline, new Delivery(null, Body, Redelivered: false));
        Assert.NotEqual(first.SubmissionId, second.SubmissionId);
    }

    [Fact]
    public async Task A_message_id_that_is_no_UUID_names_the_submission()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var first = await ReceiveAsync(pipeline, new Delivery("wire/7", Body, Redelivered: false));
        var again = await ReceiveAsync(pipeline, new Delivery("wire/7", Body, Redelivered: true));
        Assert.Equal("wire/7", first.SubmissionId);
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task An_over_long_id_is_rejected_under_its_digest()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var id = new string('x', 5000);
        await pipeline.SubmitAsync(Given.Article(1, id));

        var outcome = await pipeline.OutcomeAsync(SubmissionKey.Of(id, maxLength: 200));

        Assert.Equal((SubmissionStatus.Rejected, RejectionReasons.BadField), (outcome.Status, outcome.Reason));
        Assert.True(outcome.SubmissionId.Length < 100);
    }

    [Fact]
    public async Task Metadata_keys_that_differ_by_case_alone_all_reach_the_event()
    {
        await using var pipeline = await Pipeline.StartAsync();
        await pipeline.SendAsync($$"""{"id":"keys","text":{{Json(Given.Text(1))}},"metadata":{"Topic":"a","topic":"b"},"unknown":[1]}""");
        await pipeline.OutcomeAsync("keys");

        var metadata = Assert.Single(pipeline.Watch.Published<ArticleEnriched>()).Message.Metadata!;
        Assert.Equal(("a", "b"), (metadata["Topic"], metadata["topic"]));
    }

    [Fact]
    public async Task A_date_alone_is_a_time_of_publication()
    {
        await using var pipeline = await Pipeline.StartAsync();
        await pipeline.SendAsync($$"""{"id":"date","text":{{Json(Given.Text(1))}},"publishedAt":"2026-03-01"}""");
        await pipeline.OutcomeAsync("date");

        var enriched = Assert.Single(pipeline.Watch.Published<ArticleEnriched>()).Message;
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), enriched.PublishedAt);
        Assert.Equal("submitted", enriched.PublishedAtFrom);
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"text":"a","publishedAt":"yesterday"}""")]
    [InlineData("""{"text":"a","metadata":{"n":1}}""")]
    public async Task A_message_that_is_no_submission_is_a_counted_rejection_with_its_bytes_kept(string body)
    {
        await using var pipeline = await Pipeline.StartAsync();
        await pipeline.SendAsync(body);
        await Eventually.TrueAsync(() => pipeline.Watch.Published<ArticleRejected>().Count == 1, "the rejection");

        var rejection = Assert.Single(await pipeline.Store.Rejections.ListAsync(10));
        Assert.Equal((RejectionReasons.Malformed, Contracts.Stages.Ingest), (rejection.Reason, rejection.Stage));
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(body), rejection.Body);
        Assert.Equal(SubmissionStatus.Rejected, (await pipeline.OutcomeAsync(rejection.SubmissionId!)).Status);
    }

    private static Task<SubmissionDocument> ReceiveAsync(Pipeline pipeline, Delivery delivery) =>
        pipeline.Get<IngestStage>().ReceiveAsync(new SubmitArticle { Text = "Text." }, delivery, CancellationToken.None);

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
