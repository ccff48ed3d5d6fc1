using NewsMesh.Contracts;
using NewsMesh.Services.Tests.Support;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Services.Tests.Stages;

/// <summary>What is larger than the store can keep is a counted rejection at the stage where it shows.</summary>
public sealed class OversizeTests
{
    [Theory]
    [InlineData("RawPages.TryAddAsync", Contracts.Stages.Ingest)]
    [InlineData("Articles.TryAddAsync", Contracts.Stages.Stripping)]
    [InlineData("Articles.TrySetEntitiesAsync", Contracts.Stages.Entities)]
    [InlineData("DedupIndex.AddAsync", Contracts.Stages.Dedup)]
    public async Task A_document_over_the_stores_limit_is_rejected_as_too_large(string call, string stage)
    {
        await using var pipeline = await Pipeline.StartAsync();
        pipeline.Moments.FailOnce(call, 1, after: false, () => new DocumentTooLargeException("It has too many bytes."));

        var outcome = await pipeline.RunAsync(Given.Article(1, "huge"));
        var next = await pipeline.RunAsync(Given.Article(2, "usual"));

        Assert.Equal(
            (SubmissionStatus.Rejected, stage, RejectionReasons.TooLarge, "It has too many bytes."),
            (outcome.Status, outcome.Stage, outcome.Reason, outcome.Detail));
        var rejected = Assert.Single(pipeline.Watch.Published<ArticleRejected>()).Message;
        Assert.Equal(("huge", stage, outcome.TraceId), (rejected.SubmissionId, rejected.Stage, rejected.TraceId));
        Assert.Equal(SubmissionStatus.Enriched, next.Status);
        Assert.DoesNotContain(SubmissionStatus.DeadLettered, (await pipeline.Store.Submissions.CountByStatusAsync()).Keys);
    }
}
