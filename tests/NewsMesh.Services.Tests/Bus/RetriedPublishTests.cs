using NewsMesh.Contracts;
using NewsMesh.ServiceDefaults;
using NewsMesh.Services.Tests.Support;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Services.Tests.Bus;

public sealed class RetriedPublishTests
{
    [Theory]
    [InlineData(nameof(ArticleIngested))]
    [InlineData(nameof(ArticleEnriched))]
    public async Task A_publish_that_failed_and_was_made_again_does_not_dead_letter_its_message(string message)
    {
        await using var pipeline = await Pipeline.StartAsync();
        pipeline.Moments.FailOnce("publish " + message, 1, after: false, () => new BusUnavailableException("No confirm in time."));

        var outcome = await pipeline.RunAsync(Given.Article(1));
        await Eventually.TrueAsync(() => pipeline.Watch.Consumed<EntitiesRecognized>() == 1, "the last stage");

        Assert.Equal(SubmissionStatus.Enriched, outcome.Status);
        Assert.Empty(pipeline.Watch.Faults);
    }
}
