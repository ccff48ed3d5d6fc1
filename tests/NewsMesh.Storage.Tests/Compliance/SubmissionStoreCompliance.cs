using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Tests.Compliance;

public abstract class SubmissionStoreCompliance : StoreCompliance
{
    private ISubmissionStore Submissions => Store.Submissions;

    [StoreFact]
    public async Task A_submission_comes_back_as_it_was_received()
    {
        var submission = Given.Submission(Given.Unicode);

        Same.Document(submission, await Submissions.ReceiveAsync(submission));
        Same.Document(submission, await Submissions.GetAsync(Given.Unicode));
    }

    [StoreFact]
    public async Task A_submission_with_every_field_comes_back_as_it_was_received()
    {
        var submission = Given.Submission("s") with
        {
            GeneratedId = false,
            ArticleId = "a",
            RawId = "a.1",
            Revision = 3,
            Status = SubmissionStatus.Rejected,
            Stage = "ingest",
            Reason = "malformed",
            Detail = Given.Unicode,
            FinishedAt = Given.Noon.AddSeconds(1),
        };

        await Submissions.ReceiveAsync(submission);

        Same.Document(submission, await Submissions.GetAsync("s"));
    }

    [StoreFact]
    public async Task An_unknown_submission_is_null() => Assert.Null(await Submissions.GetAsync("s"));

    [StoreFact]
    public async Task A_repeat_of_the_same_message_leaves_the_record_as_it_is()
    {
        await Submissions.ReceiveAsync(Given.Submission("s"));
        await Submissions.SetArticleAsync("s", "a", "a.1");
        await Submissions.TrySetOutcomeAsync(Outcome("s", SubmissionStatus.Enriched));
        var before = await Submissions.GetAsync("s");

        var repeated = await Submissions.ReceiveAsync(Given.Submission("s", receivedAt: Given.Noon.AddHours(1)));

        Same.Document(before, repeated);
        Same.Document(before, await Submissions.GetAsync("s"));
    }

    [StoreFact]
    public async Task Another_message_under_the_same_id_starts_it_over()
    {
        await Submissions.ReceiveAsync(Given.Submission("s"));
        await Submissions.SetArticleAsync("s", "a", "a.1");
        await Submissions.TrySetOutcomeAsync(Outcome("s", SubmissionStatus.Enriched));
        var other = Given.Submission("s", "message 2", Given.Noon.AddHours(1)) with { GeneratedId = false };

        Same.Document(other, await Submissions.ReceiveAsync(other));
        Same.Document(other, await Submissions.GetAsync("s"));
    }

    [StoreFact]
    public async Task Many_that_receive_the_same_message_at_once_see_one_record()
    {
        var records = await RaceAsync(i => Submissions.ReceiveAsync(Given.Submission("s", receivedAt: Given.Noon.AddSeconds(i))));

        Assert.Single(records.Select(r => r.ReceivedAt).Distinct());
    }

    [StoreFact]
    public async Task A_pending_submission_is_named_its_article()
    {
        await Submissions.ReceiveAsync(Given.Submission("s"));

        await Submissions.SetArticleAsync("s", "a", null);
        await Submissions.SetArticleAsync("s", "a", "a.1");
        await Submissions.SetArticleAsync("s", "a", null);
        await Submissions.SetArticleAsync("unknown", "a", null);

        Same.Document(Given.Submission("s") with { ArticleId = "a", RawId = "a.1" }, await Submissions.GetAsync("s"));
        Assert.Null(await Submissions.GetAsync("unknown"));
    }

    [StoreFact]
    public async Task A_finished_submission_keeps_its_article()
    {
        await Submissions.ReceiveAsync(Given.Submission("s"));
        await Submissions.TrySetOutcomeAsync(Outcome("s", SubmissionStatus.Unchanged));
        var before = await Submissions.GetAsync("s");

        await Submissions.SetArticleAsync("s", "another", "another.1");

        Same.Document(before, await Submissions.GetAsync("s"));
    }

    [StoreFact]
    public async Task An_outcome_is_stored_whole_and_keeps_the_article_where_it_names_none()
    {
        await Submissions.ReceiveAsync(Given.Submission("s"));
        await Submissions.SetArticleAsync("s", "a", "a.1");

        Assert.True(await Submissions.TrySetOutcomeAsync(new SubmissionOutcome
        {
            SubmissionId = "s",
            Status = SubmissionStatus.Rejected,
            FinishedAt = Given.Noon.AddSeconds(5),
            Stage = "stripping",
            Reason = "too_short",
            Detail = Given.Unicode,
        }));

        Same.Document(
            Given.Submission("s") with
            {
                ArticleId = "a",
                RawId = "a.1",
                Status = SubmissionStatus.Rejected,
                FinishedAt = Given.Noon.AddSeconds(5),
                Stage = "stripping",
                Reason = "too_short",
                Detail = Given.Unicode,
            },
            await Submissions.GetAsync("s"));
    }

    [StoreTheory]
    [InlineData(SubmissionStatus.Enriched)]
    [InlineData(SubmissionStatus.Unchanged)]
    [InlineData(SubmissionStatus.Superseded)]
    [InlineData(SubmissionStatus.Rejected)]
    public async Task A_final_outcome_stays(string final)
    {
        await Submissions.ReceiveAsync(Given.Submission("s"));
        Assert.True(await Submissions.TrySetOutcomeAsync(Outcome("s", final)));
        var before = await Submissions.GetAsync("s");

        foreach (var status in SubmissionStatus.All.Where(s => s != SubmissionStatus.Pending))
        {
            Assert.False(await Submissions.TrySetOutcomeAsync(Outcome("s", status)));
        }

        Same.Document(before, await Submissions.GetAsync("s"));
    }

    [StoreFact]
    public async Task Dead_lettered_gives_way_and_its_reason_goes_with_it()
    {
        await Submissions.ReceiveAsync(Given.Submission("s"));
        await Submissions.TrySetOutcomeAsync(Outcome("s", SubmissionStatus.DeadLettered) with { Stage = "dedup", Detail = "it failed" });

        Assert.True(await Submissions.TrySetOutcomeAsync(Outcome("s", SubmissionStatus.Enriched)));

        var stored = (await Submissions.GetAsync("s"))!;
        Assert.Equal((SubmissionStatus.Enriched, null, null), (stored.Status, stored.Stage, stored.Detail));
        Assert.False(await Submissions.TrySetOutcomeAsync(Outcome("s", SubmissionStatus.DeadLettered)));
    }

    [StoreFact]
    public async Task One_of_many_outcomes_at_once_is_kept()
    {
        await Submissions.ReceiveAsync(Given.Submission("s"));

        var set = await RaceAsync(i => Submissions.TrySetOutcomeAsync(Outcome("s", SubmissionStatus.Enriched) with { Revision = i }));

        Assert.Equal(Assert.Single(Enumerable.Range(0, Racers), i => set[i]), (await Submissions.GetAsync("s"))!.Revision);
    }

    [StoreFact]
    public async Task An_outcome_for_an_unknown_submission_is_refused()
    {
        Assert.False(await Submissions.TrySetOutcomeAsync(Outcome("s", SubmissionStatus.Enriched)));
        Assert.Null(await Submissions.GetAsync("s"));
    }

    [StoreTheory]
    [InlineData(SubmissionStatus.Pending)]
    [InlineData("done")]
    public async Task A_status_that_is_not_final_is_a_fault(string status) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Submissions.TrySetOutcomeAsync(Outcome("s", status)));

    [StoreFact]
    public async Task The_oldest_pending_submission_with_a_generated_id_is_found_by_its_body()
    {
        await ReceiveAsync("named", 0, s => s with { GeneratedId = false });
        await ReceiveAsync("finished", 1);
        await ReceiveAsync("late", 3);
        await ReceiveAsync("early", 2);
        await ReceiveAsync("other", 0, s => s with { BodySha256 = "another" });
        await Submissions.TrySetOutcomeAsync(Outcome("finished", SubmissionStatus.Enriched));

        Assert.Equal("early", (await Submissions.FindPendingByBodyAsync("hash"))!.SubmissionId);
        Assert.Null(await Submissions.FindPendingByBodyAsync("unknown"));
    }

    [StoreFact]
    public async Task Pending_submissions_before_a_time_come_oldest_first()
    {
        await ReceiveAsync("bound", 5);
        await ReceiveAsync("b", 2);
        await ReceiveAsync("a", 1);
        await ReceiveAsync("finished", 0);
        await Submissions.TrySetOutcomeAsync(Outcome("finished", SubmissionStatus.DeadLettered));

        Assert.Equal(["a", "b"], (await Submissions.FindPendingAsync(Given.Noon.AddMinutes(5), 10)).Select(s => s.SubmissionId));
        Assert.Equal(["a"], (await Submissions.FindPendingAsync(Given.Noon.AddMinutes(5), 1)).Select(s => s.SubmissionId));
        Assert.Empty(await Submissions.FindPendingAsync(Given.Noon.AddMinutes(5), 0));
    }

    [StoreFact]
    public async Task Submissions_are_counted_by_status()
    {
        Assert.Empty(await Submissions.CountByStatusAsync());
        foreach (var id in new[] { "a", "b", "c" })
        {
            await ReceiveAsync(id, 0);
        }

        await Submissions.TrySetOutcomeAsync(Outcome("c", SubmissionStatus.DeadLettered));

        Assert.Equal(
            new Dictionary<string, long> { [SubmissionStatus.Pending] = 2, [SubmissionStatus.DeadLettered] = 1 },
            await Submissions.CountByStatusAsync());
    }

    private Task<SubmissionDocument> ReceiveAsync(string id, int minutes, Func<SubmissionDocument, SubmissionDocument>? change = null)
    {
        var submission = Given.Submission(id, receivedAt: Given.Noon.AddMinutes(minutes)) with { BodySha256 = "hash" };
        return Submissions.ReceiveAsync(change?.Invoke(submission) ?? submission);
    }

    private static SubmissionOutcome Outcome(string id, string status) => new()
    {
        SubmissionId = id,
        Status = status,
        FinishedAt = Given.Noon.AddMinutes(1),
        ArticleId = "a",
        Revision = 1,
    };
}
