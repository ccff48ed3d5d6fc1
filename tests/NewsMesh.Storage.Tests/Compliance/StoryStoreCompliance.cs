using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Tests.Compliance;

public abstract class StoryStoreCompliance : StoreCompliance
{
    private IStoryStore Stories => Store.Stories;

    [StoreFact]
    public async Task A_story_comes_back_as_it_was_put_with_its_version()
    {
        var story = Given.StoryOf("s", [1, -5, long.MaxValue], ["a", "b"]);

        Assert.True(await Stories.TryPutAsync(story, 0));

        Same.Document(story with { Version = 1 }, await Stories.GetAsync("s"));
        Assert.Null(await Stories.GetAsync("t"));
    }

    [StoreFact]
    public async Task A_story_is_replaced_only_where_the_expected_version_still_stands()
    {
        var first = Given.StoryOf("s", [1], ["a"]);
        var second = Given.StoryOf("s", [2], ["a", "b"], Given.Noon.AddHours(1)) with { Version = 99, MergedInto = "t" };
        await Stories.TryPutAsync(first, 0);

        Assert.False(await Stories.TryPutAsync(second, 0));
        Assert.False(await Stories.TryPutAsync(second, 2));
        Assert.False(await Stories.TryPutAsync(Given.StoryOf("unknown", [], []), 1));
        Same.Document(first with { Version = 1 }, await Stories.GetAsync("s"));
        Assert.True(await Stories.TryPutAsync(second, 1));
        Same.Document(second with { Version = 2 }, await Stories.GetAsync("s"));
    }

    [StoreFact]
    public async Task One_of_many_that_put_a_story_at_once_wins_in_each_round()
    {
        for (var version = 0; version < 3; version++)
        {
            var expected = version;
            var put = await RaceAsync(i => Stories.TryPutAsync(Given.StoryOf("s", [i], [$"a{i}"]), expected));

            var winner = Assert.Single(Enumerable.Range(0, Racers), i => put[i]);
            var stored = (await Stories.GetAsync("s"))!;
            Assert.Equal([$"a{winner}"], stored.ArticleIds);
            Assert.Equal(version + 1, stored.Version);
        }
    }

    [StoreFact]
    public async Task Stories_are_found_by_shared_terms_then_latest_then_id()
    {
        await PutAsync("one", [1, 90], 9);
        await PutAsync("two, z", [1, 2], 5);
        await PutAsync("two, a", [2, 3], 5);
        await PutAsync("two, late", [1, 3, 3], 6);
        await PutAsync("three", [1, 2, 3], 0);
        await PutAsync("none", [91], 0);
        await PutAsync("before", [1, 2, 3], -1);

        string[] expected = ["three", "two, late", "two, a", "two, z", "one"];
        Assert.Equal(expected, await FindAsync([1, 2, 3, 3], 10));
        Assert.Equal(expected[..2], await FindAsync([1, 2, 3], 2));
        Assert.Empty(await FindAsync([1, 2, 3], 0));
        Assert.Empty(await FindAsync([], 10));
    }

    [StoreFact]
    public async Task Of_a_term_of_very_many_stories_the_latest_are_found_and_an_old_one_by_a_rare_term()
    {
        await PutAsync("old", [1, 2], 0);
        const int count = (2 * IStoryStore.StoriesPerTerm) + 20;
        for (var i = 0; i < count; i++)
        {
            await PutAsync($"s{i:D3}", [1], i + 1);
        }

        var found = await FindAsync([1, 2], count + 1);

        Assert.Contains("old", found);
        Assert.Equal(
            Enumerable.Range(count - IStoryStore.StoriesPerTerm, IStoryStore.StoriesPerTerm).Reverse().Select(i => $"s{i:D3}"),
            found.Where(id => id != "old").Take(IStoryStore.StoriesPerTerm));
    }

    [StoreFact]
    public async Task A_replaced_story_is_found_by_its_new_terms_members_and_time_alone()
    {
        await Stories.TryPutAsync(Given.StoryOf("s", [1, 2], ["a", "b"], Given.Noon.AddHours(-1)), 0);
        await Stories.TryPutAsync(Given.StoryOf("s", [2, 3], ["b", "c"], Given.Noon), 1);

        Assert.Empty(await FindAsync([1], 10));
        Assert.Equal(["s"], await FindAsync([2], 10));
        Assert.Equal(["s"], await FindAsync([3], 10));
        Assert.Null(await Stories.FindByArticleAsync("a"));
        Assert.Equal(2, (await Stories.FindByArticleAsync("b"))!.Version);
        Assert.Equal("s", (await Stories.FindByArticleAsync("c"))!.StoryId);
    }

    [StoreFact]
    public async Task A_story_that_went_into_another_is_found_by_its_id_alone()
    {
        await Stories.TryPutAsync(Given.StoryOf("gone", [1], ["a"], Given.Noon.AddHours(1)), 0);
        await Stories.TryPutAsync(Given.StoryOf("kept", [1], ["a", "b"]), 0);
        await Stories.TryPutAsync(Given.StoryOf("gone", [1], ["a"], Given.Noon.AddHours(1)) with { MergedInto = "kept" }, 1);

        Assert.Equal("kept", (await Stories.GetAsync("gone"))!.MergedInto);
        Assert.Equal("kept", (await Stories.FindByArticleAsync("a"))!.StoryId);
        Assert.Equal(["kept"], await FindAsync([1], 10));
        Assert.Equal(["kept"], (await Stories.ListAsync(10, null)).Items.Select(s => s.StoryId));
    }

    [StoreFact]
    public async Task Stories_are_listed_newest_first_page_by_page()
    {
        for (var i = 0; i < 12; i++)
        {
            await PutAsync($"s{i:D2}", [], i / 4);
        }

        var all = (await Stories.ListAsync(100, null)).Items.Select(s => s.StoryId).ToList();
        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Stories.ListAsync(5, cursor);
            paged.AddRange(page.Items.Select(s => s.StoryId));
            cursor = page.NextCursor;
        }
        while (cursor is not null && paged.Count < 100);

        Assert.Equal(12, all.Count);
        Assert.Equal(all, paged);
        Assert.Equal(["s08", "s09", "s10", "s11"], all[..4].Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task A_cursor_that_is_damaged_or_of_another_listing_is_refused()
    {
        foreach (var id in new[] { "a", "b" })
        {
            await Store.Articles.TryAddAsync(Given.Revision(id));
            await Store.Articles.SetAnnouncedAsync(id, 1, "s", Given.Noon);
        }

        var foreign = (await Store.Articles.SearchAsync(new ArticleQuery { Limit = 1 })).NextCursor!;

        await Assert.ThrowsAsync<FormatException>(() => Stories.ListAsync(10, foreign));
        await Assert.ThrowsAsync<FormatException>(() => Stories.ListAsync(10, "?"));
    }

    private Task<bool> PutAsync(string id, long[] terms, int minutes) =>
        Stories.TryPutAsync(Given.StoryOf(id, terms, [$"article of {id}"], Given.Noon.AddMinutes(minutes)), 0);

    private async Task<List<string>> FindAsync(long[] terms, int limit) =>
        [.. (await Stories.FindByTermsAsync(terms, Given.Noon, limit)).Select((StoryDocument s) => s.StoryId)];
}
