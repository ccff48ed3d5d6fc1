using MassTransit;
using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;
using NewsMesh.Services.Tests.Support;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Services.Tests.Stages;

/// <summary>A fault of the code keeps the message in the error queue and accounts for its submission.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_dead_letters_the_submission_at_its_stage_and_a_replay_enriches_it()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var failed = new TaskCompletionSource<ArticleStripped>(TaskCreationOptions.RunContinuationsAsynchronously);
        await pipeline.Get<IBus>().ConnectReceiveEndpoint(BusNames.ErrorQueue(BusNames.EntitiesQueue), endpoint =>
        {
            endpoint.ConfigureConsumeTopology = false;
            endpoint.Handler<ArticleStripped>(context =>
            {
                failed.TrySetResult(context.Message);
                return Task.CompletedTask;
            });
        }).Ready;
        pipeline.Recognizer.FaultFor = _ => new InvalidOperationException("A fault of the recogniser.");

        var outcome = await pipeline.RunAsync(Given.Article(1, "faulty"));
        var message = await failed.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(
            (SubmissionStatus.DeadLettered, Contracts.Stages.Entities, "A fault of the recogniser."),
            (outcome.Status, outcome.Stage, outcome.Detail));
        Assert.Equal("faulty", message.SubmissionId);
        Assert.IsType<InvalidOperationException>(Assert.Single(pipeline.Watch.Faults));
        Assert.Empty(pipeline.Watch.Published<ArticleEnriched>());

        pipeline.Recognizer.FaultFor = _ => null;
        var queue = await pipeline.Get<IBus>().GetSendEndpoint(new Uri("queue:" + BusNames.EntitiesQueue));
        await queue.Send(message);
        await Eventually.TrueAsync(
            async () => (await pipeline.Store.Submissions.GetAsync("faulty"))!.Status == SubmissionStatus.Enriched, "the replay");
        Assert.Single(pipeline.Watch.Published<ArticleEnriched>());
    }

    [Fact]
    public async Task A_fault_of_one_article_leaves_the_others_alone()
    {
        await using var pipeline = await Pipeline.StartAsync();
        pipeline.Recognizer.FaultFor = text => text == Given.Text(2) ? new InvalidOperationException("A fault.") : null;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 3).Select(n => pipeline.RunAsync(Given.Article(n))));

        Assert.Equal(
            [SubmissionStatus.Enriched, SubmissionStatus.DeadLettered, SubmissionStatus.Enriched], outcomes.Select(o => o.Status));
    }

    [Fact]
    public async Task A_language_without_a_model_gives_no_entities_and_says_so()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var outcome = await pipeline.RunAsync(Given.Article(1) with { Language = "sw" });

        var enriched = Assert.Single(pipeline.EventsOf(outcome.ArticleId!)).Message;
        Assert.Equal("sw", enriched.Language);
        Assert.Empty(enriched.Entities);
        Assert.Equal(0, pipeline.Recognizer.Calls);
        Assert.Equal("no model for language 'sw'", enriched.Stages.Single(s => s.Stage == Contracts.Stages.Entities).Note);
        Assert.All(enriched.Stages.Where(s => s.Stage != Contracts.Stages.Entities), s => Assert.Null(s.Note));
    }
}
