using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.Services.Tests.Support;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Services.Tests.Stages;

/// <summary>A message that was worked on but not acknowledged comes again, under its own id, to a stage that has finished with it.</summary>
public sealed class RedeliveryTests
{
    [Fact]
    public async Task A_stage_message_that_comes_again_announces_and_computes_nothing()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var outcome = await pipeline.RunAsync(Given.Article(1));

        await AgainAsync<ArticleIngested>(pipeline);
        await AgainAsync<ArticleStripped>(pipeline);
        await AgainAsync<EntitiesRecognized>(pipeline);

        Assert.Single(pipeline.EventsOf(outcome.ArticleId!));
        Assert.Equal(1, pipeline.Recognizer.Calls);
        Assert.Equal(1, pipeline.Moments.CountOf("RawPages.GetAsync"));
        Assert.Equal(1, pipeline.Moments.CountOf("DedupIndex.AddAsync"));
        Assert.Equal(outcome, await pipeline.Store.Submissions.GetAsync(outcome.SubmissionId));
    }

    [Fact]
    public async Task A_submission_that_comes_again_under_its_message_id_stays_enriched()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var id = Guid.NewGuid();
        await pipeline.SendAsync(Given.Article(1, "wire-1"), id);
        var first = await pipeline.OutcomeAsync("wire-1");

        await pipeline.SendAsync(Given.Article(1, "wire-1"), id);
        await Eventually.TrueAsync(() => pipeline.Watch.Consumed<SubmitArticle>() == 2, "the redelivery");

        Assert.Equal(SubmissionStatus.Enriched, first.Status);
        Assert.Equal(first, await pipeline.Store.Submissions.GetAsync("wire-1"));
        Assert.Single(pipeline.Watch.Published<ArticleEnriched>());
    }

    [Fact]
    public async Task A_rejection_that_comes_again_is_recorded_once_and_announced_under_one_message_id()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var id = Guid.NewGuid();
        await pipeline.SendAsync(new SubmitArticle { Id = "nothing" }, id);
        await pipeline.OutcomeAsync("nothing");

        await pipeline.SendAsync(new SubmitArticle { Id = "nothing" }, id);
        await Eventually.TrueAsync(() => pipeline.Watch.Consumed<SubmitArticle>() == 2, "the redelivery");

        Assert.Equal(1, (await pipeline.Store.Rejections.CountByReasonAsync())[RejectionReasons.Empty]);
        var announced = pipeline.Watch.Published<ArticleRejected>();
        Assert.Equal(2, announced.Count);
        Assert.Single(announced.Select(a => a.MessageId).Distinct());
    }

    /// <summary>Sends the last message of a type again, as it was, and waits until the article has passed the last stage.</summary>
    private static async Task AgainAsync<T>(Pipeline pipeline)
        where T : class
    {
        var (messageId, message) = pipeline.Watch.Published<T>()[^1];
        var taken = pipeline.Watch.Consumed<EntitiesRecognized>();
        var ended = pipeline.Watch.Consumed<T>();
        await pipeline.Get<IBus>().Publish(message, context => context.MessageId = messageId);

        // Stripping sees that the revision was announced and ends there; the others pass their stored result on.
        await Eventually.TrueAsync(
            () => pipeline.Watch.Consumed<T>() > ended && (message is ArticleIngested || pipeline.Watch.Consumed<EntitiesRecognized>() > taken),
            "the redelivery");
    }
}
