using NewsMesh.Contracts;

namespace NewsMesh.Storage.Tests.Compliance;

public abstract class ArticleStoreCompliance : StoreCompliance
{
    private IArticleStore Articles => Store.Articles;

    [StoreFact]
    public async Task A_revision_comes_back_as_it_was_added()
    {
        var revision = Given.Revision("a", title: Given.Unicode, text: string.Concat(Enumerable.Repeat(Given.Unicode, 500)));

        Assert.True(await Articles.TryAddAsync(revision));

        Same.Document(revision, await Articles.GetAsync("a", 1));
    }

    [StoreFact]
    public async Task A_revision_with_every_result_comes_back_as_it_was_added()
    {
        var revision = Given.Revision("a") with
        {
            Entities = [Given.Entity("PERSON", "Ada")],
            Duplicate = Given.Unique("a"),
            Story = Given.Story("s"),
            Stages = [Given.Ingested, Given.Recognized],
            AnnouncedAt = Given.Noon.AddMinutes(1),
            AnnouncedFor = "another submission",
        };

        await Articles.TryAddAsync(revision);

        Same.Document(revision, await Articles.GetAsync("a", 1));
    }

    [StoreFact]
    public async Task A_revision_with_nothing_optional_comes_back_as_it_was_added()
    {
        var revision = Given.Revision("a") with { Article = new Article { ReceivedAt = DateTimeOffset.UnixEpoch }, Stages = [] };

        await Articles.TryAddAsync(revision);

        Same.Document(revision, await Articles.GetAsync("a", 1));
    }

    [StoreFact]
    public async Task What_was_never_added_is_null_or_empty()
    {
        Assert.Null(await Articles.GetAsync("a", 1));
        Assert.Null(await Articles.GetLatestAsync("a"));
        Assert.Null(await Articles.FindBySubmissionAsync("a", "s"));
        Assert.Empty(await Articles.GetRevisionsAsync("a"));
        Assert.Empty(await Articles.FindUnannouncedAsync(Given.Noon, 10));
    }

    [StoreFact]
    public async Task A_second_add_of_a_revision_writes_nothing()
    {
        await Articles.TryAddAsync(Given.Revision("a", text: "first"));

        Assert.False(await Articles.TryAddAsync(Given.Revision("a", text: "second")));

        Assert.Equal("first", (await Articles.GetAsync("a", 1))!.Article.Text);
    }

    [StoreFact]
    public async Task One_of_many_that_add_the_same_revision_at_once_wins()
    {
        var added = await RaceAsync(i => Articles.TryAddAsync(Given.Revision("a", submissionId: $"s{i}")));

        var winner = Assert.Single(Enumerable.Range(0, Racers), i => added[i]);
        Assert.Equal($"s{winner}", (await Articles.GetAsync("a", 1))!.SubmissionId);
    }

    [StoreFact]
    public async Task Revisions_come_first_to_last_and_the_latest_is_the_highest()
    {
        foreach (var revision in new[] { 2, 10, 1 })
        {
            await Articles.TryAddAsync(Given.Revision("a", revision));
        }

        await Articles.TryAddAsync(Given.Revision("b", 11));

        Assert.Equal([1, 2, 10], (await Articles.GetRevisionsAsync("a")).Select(r => r.Revision));
        Assert.Equal(10, (await Articles.GetLatestAsync("a"))!.Revision);
    }

    [StoreFact]
    public async Task A_revision_is_found_by_the_submission_that_created_it()
    {
        await Articles.TryAddAsync(Given.Revision("a", 1, submissionId: "s1"));
        await Articles.TryAddAsync(Given.Revision("a", 2, submissionId: "s2"));
        await Articles.TryAddAsync(Given.Revision("b", 1, submissionId: "s2"));

        Assert.Equal(2, (await Articles.FindBySubmissionAsync("a", "s2"))!.Revision);
        Assert.Null(await Articles.FindBySubmissionAsync("a", "s3"));
    }

    [StoreFact]
    public async Task Of_several_revisions_of_one_submission_the_latest_is_found()
    {
        await Articles.TryAddAsync(Given.Revision("a", 1, submissionId: "s"));
        await Articles.TryAddAsync(Given.Revision("a", 2, submissionId: "s"));

        Assert.Equal(2, (await Articles.FindBySubmissionAsync("a", "s"))!.Revision);
    }

    [StoreFact]
    public async Task Results_of_the_stages_are_stored_with_their_records_in_order()
    {
        await Articles.TryAddAsync(Given.Revision("a"));
        Entity[] entities = [Given.Entity("PERSON", "Ада 🚒", 3), Given.Entity("MISC", "Olympics")];

        Assert.True(await Articles.TrySetEntitiesAsync("a", 1, entities, Given.Recognized));
        Assert.True(await Articles.TrySetDedupAsync("a", 1, Given.Unique("a"), Given.Story("s"), Given.Deduplicated));

        Same.Document(
            Given.Revision("a") with
            {
                Entities = entities,
                Duplicate = Given.Unique("a"),
                Story = Given.Story("s"),
                Stages = [Given.Ingested, Given.Recognized, Given.Deduplicated],
            },
            await Articles.GetAsync("a", 1));
    }

    [StoreFact]
    public async Task An_article_without_entities_has_a_result_all_the_same()
    {
        await Articles.TryAddAsync(Given.Revision("a"));

        Assert.True(await Articles.TrySetEntitiesAsync("a", 1, [], Given.Recognized));

        Assert.Empty((await Articles.GetAsync("a", 1))!.Entities!);
        Assert.False(await Articles.TrySetEntitiesAsync("a", 1, [], Given.Recognized));
    }

    [StoreFact]
    public async Task A_second_result_of_a_stage_writes_nothing()
    {
        await Articles.TryAddAsync(Given.Revision("a"));
        await Articles.TrySetEntitiesAsync("a", 1, [Given.Entity("PERSON", "Ada")], Given.Recognized);
        await Articles.TrySetDedupAsync("a", 1, Given.Unique("a"), Given.Story("s"), Given.Deduplicated);
        var before = await Articles.GetAsync("a", 1);

        Assert.False(await Articles.TrySetEntitiesAsync("a", 1, [], Given.Recognized));
        Assert.False(await Articles.TrySetDedupAsync("a", 1, Given.Unique("b"), Given.Story("t"), Given.Deduplicated));

        Same.Document(before, await Articles.GetAsync("a", 1));
    }

    [StoreFact]
    public async Task A_result_for_a_revision_that_does_not_exist_is_refused()
    {
        Assert.False(await Articles.TrySetEntitiesAsync("a", 1, [], Given.Recognized));
        Assert.False(await Articles.TrySetDedupAsync("a", 1, Given.Unique("a"), Given.Story("s"), Given.Deduplicated));
        Assert.Null(await Articles.GetAsync("a", 1));
    }

    [StoreFact]
    public async Task One_of_many_that_set_a_result_at_once_wins()
    {
        await Articles.TryAddAsync(Given.Revision("a"));

        var set = await RaceAsync(
            i => Articles.TrySetEntitiesAsync("a", 1, [Given.Entity("PERSON", $"Ada {i}")], Given.Recognized));
        var placed = await RaceAsync(
            i => Articles.TrySetDedupAsync("a", 1, Given.Unique($"c{i}"), Given.Story("s"), Given.Deduplicated));

        var stored = (await Articles.GetAsync("a", 1))!;
        Assert.Equal($"Ada {Assert.Single(Enumerable.Range(0, Racers), i => set[i])}", stored.Entities!.Single().Name);
        Assert.Equal($"c{Assert.Single(Enumerable.Range(0, Racers), i => placed[i])}", stored.Duplicate!.ClusterId);
        Assert.Equal([Stages.Ingest, Stages.Entities, Stages.Dedup], stored.Stages.Select(s => s.Stage));
    }

    [StoreFact]
    public async Task Unannounced_revisions_come_oldest_first_without_announced_and_superseded_ones()
    {
        foreach (var (id, minutes) in new[] { ("late", 30), ("old", 1), ("mid", 2), ("announced", 0), ("overtaken", 0), ("bound", 10) })
        {
            await Articles.TryAddAsync(Given.Revision(id, receivedAt: Given.Noon.AddMinutes(minutes)));
        }

        await Articles.SetAnnouncedAsync("announced", 1, "s", Given.Noon);
        await Articles.SetSupersededAsync("overtaken", 1);

        var open = await Articles.FindUnannouncedAsync(Given.Noon.AddMinutes(10), 10);
        var first = await Articles.FindUnannouncedAsync(Given.Noon.AddMinutes(10), 1);

        Assert.Equal(["old", "mid"], open.Select(r => r.ArticleId));
        Assert.Equal(["old"], first.Select(r => r.ArticleId));
    }

    [StoreFact]
    public async Task A_cancelled_call_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Articles.TryAddAsync(Given.Revision("a"), new CancellationToken(canceled: true)));

        Assert.Null(await Articles.GetAsync("a", 1));
    }
}
