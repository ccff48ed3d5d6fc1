using NewsMesh.Contracts;
using NewsMesh.Dedup.Service;
using NewsMesh.ServiceDefaults;
using NewsMesh.ServiceDefaults.Bus;
using NewsMesh.Services.Tests.Support;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Services.Tests.Stages;

/// <summary>A revision is announced once, whoever comes with it.</summary>
public sealed class AnnouncementTests
{
    [Fact]
    public async Task Of_two_submissions_with_the_same_page_in_flight_one_is_enriched_and_the_other_waits_and_is_unchanged()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var announcing = Gate.At(pipeline.Moments, "publish ArticleEnriched");
        await pipeline.SubmitAsync(Given.Article(1, "first"));
        await announcing.Reached;

        await pipeline.SubmitAsync(Given.Article(1, "second"));
        await Eventually.TrueAsync(() => pipeline.Moments.CountOf("Articles.ClaimAnnouncementAsync") >= 3, "a second try of the second message");
        Assert.Equal(SubmissionStatus.Pending, (await pipeline.Store.Submissions.GetAsync("second"))!.Status);
        announcing.Open();

        Assert.Equal(SubmissionStatus.Enriched, (await pipeline.OutcomeAsync("first")).Status);
        Assert.Equal(SubmissionStatus.Unchanged, (await pipeline.OutcomeAsync("second")).Status);
        Assert.Equal("first", Assert.Single(pipeline.Watch.Published<ArticleEnriched>()).Message.SubmissionId);
        Assert.Empty(pipeline.Watch.Faults);
    }

    [Fact]
    public async Task A_redelivery_takes_the_announcement_over_under_the_same_message_id()
    {
        await using var pipeline = await Pipeline.StartAsync(new ManualClock());
        var revision = await ReadyAsync(pipeline, 1);
        pipeline.Moments.FailOnce("Articles.SetAnnouncedAsync", 1, after: false, () => new StoreUnavailableException("The process ends here."));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => AnnounceAsync(pipeline, revision, "first", "message-1"));

        await Assert.ThrowsAsync<AnnouncementHeldException>(() => AnnounceAsync(pipeline, revision, "second", "message-2"));
        await AnnounceAsync(pipeline, revision, "first", "message-1");
        await AnnounceAsync(pipeline, revision, "second", "message-2");

        var events = pipeline.EventsOf(revision.ArticleId);
        Assert.Equal(2, events.Count);
        Assert.Single(events.Select(e => e.MessageId).Distinct());
        await AssertStatusAsync(pipeline, ("first", SubmissionStatus.Enriched), ("second", SubmissionStatus.Unchanged));
    }

    [Fact]
    public async Task Another_message_announces_when_the_lease_has_ended_and_the_first_is_unchanged_then()
    {
        var clock = new ManualClock();
        await using var pipeline = await Pipeline.StartAsync(clock);
        var revision = await ReadyAsync(pipeline, 1);
        pipeline.Moments.FailOnce("publish ArticleEnriched", 1, after: false, () => new BusUnavailableException("The process ends here."));
        await Assert.ThrowsAsync<BusUnavailableException>(() => AnnounceAsync(pipeline, revision, "first", "message-1"));

        clock.Advance(pipeline.Get<DedupOptions>().AnnouncementLease);
        await AnnounceAsync(pipeline, revision, "second", "message-2");
        await AnnounceAsync(pipeline, revision, "first", "message-1");

        Assert.Equal("second", Assert.Single(pipeline.EventsOf(revision.ArticleId)).Message.SubmissionId);
        await AssertStatusAsync(pipeline, ("first", SubmissionStatus.Unchanged), ("second", SubmissionStatus.Enriched));
    }

    [Fact]
    public async Task A_revision_overtaken_by_a_later_one_is_recorded_and_not_announced()
    {
        await using var pipeline = await Pipeline.StartAsync(new ManualClock());
        var first = await ReadyAsync(pipeline, 1);
        var second = await ReadyAsync(pipeline, 2);

        await AnnounceAsync(pipeline, second, "second", "message-2");
        await AnnounceAsync(pipeline, first, "first", "message-1");

        Assert.Equal(2, Assert.Single(pipeline.EventsOf(first.ArticleId)).Message.Revision);
        Assert.True((await pipeline.Store.Articles.GetAsync(first.ArticleId, 1))!.Superseded);
        await AssertStatusAsync(pipeline, ("first", SubmissionStatus.Superseded), ("second", SubmissionStatus.Enriched));
    }

    [Fact]
    public async Task Older_content_that_reaches_stripping_late_is_superseded()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var stripping = Gate.At(pipeline.Moments, "RawPages.GetAsync");
        var older = Given.Article(1, "older");
        await pipeline.SubmitAsync(older);
        await stripping.Reached;

        var newer = await pipeline.RunAsync(older with { Id = "newer", Text = Given.Text(2) });
        stripping.Open();

        Assert.Equal(SubmissionStatus.Enriched, newer.Status);
        Assert.Equal(SubmissionStatus.Superseded, (await pipeline.OutcomeAsync("older")).Status);
        Assert.Single(pipeline.EventsOf(newer.ArticleId!));
        Assert.Single(await pipeline.Store.Articles.GetRevisionsAsync(newer.ArticleId!));
    }

    [Fact]
    public async Task The_same_page_again_is_unchanged_and_a_changed_text_is_the_next_revision()
    {
        await using var pipeline = await Pipeline.StartAsync();
        var first = await pipeline.RunAsync(Given.Article(1));
        var again = await pipeline.RunAsync(Given.Article(1));
        var changed = await pipeline.RunAsync(Given.Article(1) with { Text = Given.Text(2) });
        var back = await pipeline.RunAsync(Given.Article(1));

        Assert.Equal(
            [SubmissionStatus.Enriched, SubmissionStatus.Unchanged, SubmissionStatus.Enriched, SubmissionStatus.Enriched],
            [first.Status, again.Status, changed.Status, back.Status]);
        Assert.Equal(
            [(1, Causes.New), (2, Causes.Revision), (3, Causes.Revision)],
            pipeline.EventsOf(first.ArticleId!).Select(e => (e.Message.Revision, e.Message.Cause)));
    }

    private static Task AnnounceAsync(Pipeline pipeline, RevisionDocument revision, string submissionId, string messageId) =>
        pipeline.Get<ArticleAnnouncer>().AnnounceAsync(revision, submissionId, messageId, CancellationToken.None);

    private static async Task AssertStatusAsync(Pipeline pipeline, params (string Id, string Status)[] expected)
    {
        foreach (var (id, status) in expected)
        {
            Assert.Equal((id, status), (id, (await pipeline.Store.Submissions.GetAsync(id))!.Status));
        }
    }

    /// <summary>A revision that has passed every stage but its announcement, and the two submissions that come with it.</summary>
    private static async Task<RevisionDocument> ReadyAsync(Pipeline pipeline, int number)
    {
        var received = pipeline.Get<TimeProvider>().GetUtcNow().AddSeconds(number);
        foreach (var id in new[] { "first", "second" })
        {
            await pipeline.Store.Submissions.ReceiveAsync(
                new() { SubmissionId = id, MessageKey = id, BodySha256 = id, ReceivedAt = received, TraceId = "trace" });
        }

        var revision = new RevisionDocument
        {
            ArticleId = "article",
            Revision = number,
            SubmissionId = "first",
            RawId = $"article.{number}",
            Cause = number == 1 ? Causes.New : Causes.Revision,
            TraceId = "trace",
            ContentHash = $"hash-{number}",
            Article = new Article { Language = "en", Text = Given.Text(number), ReceivedAt = received },
        };
        var stage = new StageRecord { Stage = Contracts.Stages.Dedup, Version = "1" };
        await pipeline.Store.Articles.TryAddAsync(revision);
        await pipeline.Store.Articles.TrySetEntitiesAsync("article", number, [], stage);
        await pipeline.Store.Articles.TrySetDedupAsync(
            "article", number, new() { Status = DuplicateStatus.Unique, ClusterId = "article" }, new() { StoryId = "story" }, stage);
        return (await pipeline.Store.Articles.GetAsync("article", number))!;
    }
}
