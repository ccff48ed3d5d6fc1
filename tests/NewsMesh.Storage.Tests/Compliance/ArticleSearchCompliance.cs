using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Tests.Compliance;

public abstract class ArticleSearchCompliance : StoreCompliance
{
    private IArticleStore Articles => Store.Articles;

    [StoreFact]
    public async Task Only_announced_articles_are_listed_newest_first()
    {
        await AnnounceAsync(Given.Revision("old", receivedAt: Given.Noon.AddHours(1)));
        await AnnounceAsync(Given.Revision("new", receivedAt: Given.Noon.AddHours(3)));
        await AnnounceAsync(Given.Revision("mid", receivedAt: Given.Noon.AddHours(2)));
        await Articles.TryAddAsync(Given.Revision("open"));
        await Articles.TryAddAsync(Given.Revision("overtaken"));
        await Articles.SetSupersededAsync("overtaken", 1);

        Assert.Equal(["new", "mid", "old"], await FindAsync(new ArticleQuery()));
    }

    [StoreFact]
    public async Task A_listed_article_is_the_whole_document()
    {
        await AnnounceAsync(Given.Revision("a"), [Given.Entity("PERSON", "Ada")]);

        var listed = (await Articles.SearchAsync(new ArticleQuery())).Items.Single();

        Same.Document(await Articles.GetAsync("a", 1), listed);
    }

    [StoreFact]
    public async Task The_latest_announced_revision_is_listed_whatever_the_order_of_announcements()
    {
        await AnnounceAsync(Given.Revision("a", 2, text: "second"), [Given.Entity("PERSON", "Bo")]);
        await AnnounceAsync(Given.Revision("a", 1, text: "first"), [Given.Entity("PERSON", "Ada")]);
        await Articles.TryAddAsync(Given.Revision("a", 3, text: "third"));

        Assert.Equal("second", (await Articles.SearchAsync(new ArticleQuery())).Items.Single().Article.Text);
        Assert.Empty(await FindAsync(new ArticleQuery { Text = "first" }));
        Assert.Equal(["Bo"], (await Articles.CountEntitiesAsync(null, null, 10)).Select(e => e.Name));
    }

    [StoreFact]
    public async Task A_later_revision_takes_the_place_of_the_earlier_one_in_every_filter()
    {
        await AnnounceAsync(
            Given.Revision("a", 1, text: "wheat", source: "one"), [Given.Entity("PERSON", "Ada")], storyId: "s1");
        await AnnounceAsync(
            Given.Revision("a", 2, text: "barley", source: "two"), [Given.Entity("PERSON", "Bo")], storyId: "s2");

        Assert.Empty(await FindAsync(new ArticleQuery { Text = "wheat" }));
        Assert.Empty(await FindAsync(new ArticleQuery { Source = "one" }));
        Assert.Empty(await FindAsync(new ArticleQuery { StoryId = "s1" }));
        Assert.Empty(await FindAsync(new ArticleQuery { Entity = "Ada" }));
        Assert.Equal(["a"], await FindAsync(new ArticleQuery { Text = "barley", Source = "two", StoryId = "s2", Entity = "Bo" }));
    }

    [StoreTheory]
    [InlineData("election", "both,text,title")]
    [InlineData("ELECTION", "both,text,title")]
    [InlineData("election results", "both")]
    [InlineData("results election", "both")]
    [InlineData("elect", "")]
    [InlineData("  ", "both,cjk,greek,marks,text,title")]
    [InlineData("-- \" * ( ) :", "both,cjk,greek,marks,text,title")]
    [InlineData("ΕΚΛΟΓΈΣ", "greek")]
    [InlineData("新闻", "cjk")]
    [InlineData("闻新", "")]
    [InlineData("o'neil", "marks")]
    [InlineData("NEAR AND OR NOT", "")]
    [InlineData("election\0results", "both")]
    public async Task Words_are_found_in_title_and_text(string words, string expected)
    {
        await AnnounceAsync(Given.Revision("title", title: "Election today", text: "Nothing else."));
        await AnnounceAsync(Given.Revision("text", title: "Today", text: "An election was held."));
        await AnnounceAsync(Given.Revision("both", title: "Election", text: "The results."));
        await AnnounceAsync(Given.Revision("greek", title: "Νέα", text: "Οι εκλογές έγιναν."));
        await AnnounceAsync(Given.Revision("cjk", title: "今日", text: "这是新闻报道。"));
        await AnnounceAsync(Given.Revision("marks", title: "Names", text: "Said O'Neil: \"why (not)\"."));

        var found = await FindAsync(new ArticleQuery { Text = words });

        Assert.Equal(expected, string.Join(',', found.Order(StringComparer.Ordinal)));
    }

    [StoreFact]
    public async Task Each_filter_narrows_and_all_together_hold_at_once()
    {
        var received = Given.Noon;
        await AnnounceAsync(Given.Revision("a", receivedAt: received, source: "one"), [Given.Entity("PERSON", "Ada Ωmega")], "s1");
        await AnnounceAsync(Given.Revision("b", receivedAt: received.AddHours(1), source: "two"), [], "s1", DuplicateStatus.Near);
        await AnnounceAsync(Given.Revision("c", receivedAt: received.AddHours(2), source: null), [Given.Entity("MISC", "ada ωMEGA")], "s2");

        Assert.Equal(["a"], await FindAsync(new ArticleQuery { Source = "one" }));
        Assert.Equal(["b", "a"], await FindAsync(new ArticleQuery { StoryId = "s1" }));
        Assert.Equal(["b"], await FindAsync(new ArticleQuery { Duplicate = DuplicateStatus.Near }));
        Assert.Equal(["c", "a"], await FindAsync(new ArticleQuery { Entity = "ADA ωmega" }));
        Assert.Empty(await FindAsync(new ArticleQuery { Entity = "Ada" }));
        Assert.Equal(["c", "b"], await FindAsync(new ArticleQuery { From = received.AddHours(1) }));
        Assert.Equal(["a"], await FindAsync(new ArticleQuery { To = received.AddHours(1) }));
        Assert.Equal(
            ["a"],
            await FindAsync(new ArticleQuery
            {
                Text = "text",
                Source = "one",
                StoryId = "s1",
                Duplicate = DuplicateStatus.Unique,
                Entity = "Ada Ωmega",
                From = received,
                To = received.AddTicks(1),
            }));
        Assert.Empty(await FindAsync(new ArticleQuery { Source = "one", StoryId = "s2" }));
    }

    [StoreFact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_even_at_equal_times_and_new_arrivals()
    {
        for (var i = 0; i < 23; i++)
        {
            await AnnounceAsync(Given.Revision($"a{i:D2}", receivedAt: Given.Noon.AddMinutes(i / 5)));
        }

        var all = await FindAsync(new ArticleQuery { Limit = ArticleQuery.MaxLimit });
        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Articles.SearchAsync(new ArticleQuery { Limit = 5, Cursor = cursor });
            paged.AddRange(page.Items.Select(i => i.ArticleId));
            await AnnounceAsync(Given.Revision($"arrival {paged.Count}", receivedAt: Given.Noon.AddDays(1)));
            cursor = page.NextCursor;
        }
        while (cursor is not null && paged.Count < 100);

        Assert.Equal(23, all.Count);
        Assert.Equal(all, paged);
    }

    [StoreFact]
    public async Task A_page_that_holds_the_rest_exactly_has_no_next()
    {
        await AnnounceAsync(Given.Revision("a"));
        await AnnounceAsync(Given.Revision("b"));

        Assert.Null((await Articles.SearchAsync(new ArticleQuery { Limit = 2 })).NextCursor);
        Assert.NotNull((await Articles.SearchAsync(new ArticleQuery { Limit = 1 })).NextCursor);
    }

    [StoreFact]
    public async Task A_damaged_cursor_is_refused()
    {
        await AnnounceAsync(Given.Revision("a"));
        await AnnounceAsync(Given.Revision("b"));
        var good = (await Articles.SearchAsync(new ArticleQuery { Limit = 1 })).NextCursor!;
        var changed = (good[0] == 'A' ? 'B' : 'A') + good[1..];

        foreach (var damaged in new[] { "", "x", "not a cursor", good[..^1], good + "AAAA", changed, "żółć" })
        {
            await Assert.ThrowsAsync<FormatException>(() => Articles.SearchAsync(new ArticleQuery { Cursor = damaged }));
        }
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(ArticleQuery.MaxLimit + 1)]
    public async Task A_limit_out_of_range_is_refused(int limit)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Articles.SearchAsync(new ArticleQuery { Limit = limit }));
    }

    [StoreFact]
    public async Task Entities_are_counted_once_an_article_most_first()
    {
        Entity[] both = [Given.Entity("PERSON", "Ada"), Given.Entity("LOCATION", "Łódź")];
        await AnnounceAsync(Given.Revision("a"), both);
        await AnnounceAsync(Given.Revision("b"), both);
        await AnnounceAsync(Given.Revision("c"), [Given.Entity("PERSON", "Ada"), Given.Entity("MISC", "Ada"), Given.Entity("PERSON", "Adam")]);
        await Articles.TryAddAsync(Given.Revision("open") with { Entities = both });

        Assert.Equal(
            [new("PERSON", "Ada", 3), new("LOCATION", "Łódź", 2), new("MISC", "Ada", 1), new("PERSON", "Adam", 1)],
            await Articles.CountEntitiesAsync(null, null, 10));
        Assert.Equal(
            [new("PERSON", "Ada", 3), new("PERSON", "Adam", 1)], await Articles.CountEntitiesAsync("PERSON", null, 10));
        Assert.Equal([new("LOCATION", "Łódź", 2)], await Articles.CountEntitiesAsync(null, "łÓ", 10));
        Assert.Equal([new("MISC", "Ada", 1)], await Articles.CountEntitiesAsync("MISC", "ada", 10));
        Assert.Equal([new("PERSON", "Ada", 3)], await Articles.CountEntitiesAsync(null, "ad", 1));
        Assert.Empty(await Articles.CountEntitiesAsync(null, "%", 10));
        Assert.Empty(await Articles.CountEntitiesAsync(null, null, 0));
    }

    [StoreFact]
    public async Task Entities_of_a_replaced_revision_are_counted_no_more()
    {
        await AnnounceAsync(Given.Revision("a", 1), [Given.Entity("PERSON", "Ada"), Given.Entity("PERSON", "Bo")]);
        await AnnounceAsync(Given.Revision("a", 2), [Given.Entity("PERSON", "Bo")]);

        Assert.Equal([new EntityCount("PERSON", "Bo", 1)], await Articles.CountEntitiesAsync(null, null, 10));
    }

    private async Task AnnounceAsync(
        RevisionDocument revision, IReadOnlyList<Entity>? entities = null, string storyId = "s",
        string duplicate = DuplicateStatus.Unique)
    {
        await Articles.TryAddAsync(revision);
        await Articles.TrySetEntitiesAsync(revision.ArticleId, revision.Revision, entities ?? [], Given.Recognized);
        await Articles.TrySetDedupAsync(
            revision.ArticleId, revision.Revision, Given.Unique(revision.ArticleId) with { Status = duplicate },
            Given.Story(storyId), Given.Deduplicated);
        await Articles.SetAnnouncedAsync(revision.ArticleId, revision.Revision, revision.SubmissionId, Given.Noon);
    }

    private async Task<List<string>> FindAsync(ArticleQuery query) =>
        [.. (await Articles.SearchAsync(query)).Items.Select(i => i.ArticleId)];
}
