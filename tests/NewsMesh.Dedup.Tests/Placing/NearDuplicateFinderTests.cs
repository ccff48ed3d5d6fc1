using NewsMesh.Dedup.Placing;

namespace NewsMesh.Dedup.Tests.Placing;

public sealed class NearDuplicateFinderTests
{
    private readonly InMemorySignatureIndex _index = new();
    private readonly NearDuplicateFinder _finder;

    public NearDuplicateFinderTests()
    {
        _finder = new NearDuplicateFinder(_index, DedupParameters.Default);
    }

    [Fact]
    public async Task The_first_article_is_unique_with_a_cluster_of_its_own()
    {
        var result = await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        Assert.Equal(new Placement { Status = DuplicateStatuses.Unique, ClusterId = "a" }, result.Placement);
        Assert.Empty(result.Changes);
    }

    [Fact]
    public async Task A_copy_names_the_earliest_arrived_article()
    {
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        await _finder.PlaceAsync(Texts.Article("b", Texts.Edited(1), minutes: 1));
        var result = await _finder.PlaceAsync(Texts.Article("c", Texts.Edited(1), minutes: 2));

        Assert.Equal("a", result.Placement.Of);
        Assert.Equal("a", result.Placement.ClusterId);
        Assert.Equal(DuplicateStatuses.Exact, result.Placement.Status);
        Assert.Equal(PairReasons.Identical, result.Reason);
        Assert.Empty(result.Changes);
    }

    [Fact]
    public async Task An_unrelated_article_stays_unique()
    {
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        var result = await _finder.PlaceAsync(Texts.Article("b", Texts.Unrelated, minutes: 1));
        Assert.Equal(DuplicateStatuses.Unique, result.Placement.Status);
    }

    [Fact]
    public async Task Empty_articles_are_copies_of_nothing()
    {
        var empty = Texts.Article("a", "") with { Signature = Texts.Sign("", "") };
        await _finder.PlaceAsync(empty);
        var result = await _finder.PlaceAsync(empty with { ArticleId = "b" });
        Assert.Equal(DuplicateStatuses.Unique, result.Placement.Status);
    }

    [Fact]
    public async Task A_late_original_takes_over_and_says_so_of_every_member()
    {
        await _finder.PlaceAsync(Texts.Article("b", Texts.Edited(1), minutes: 10));
        await _finder.PlaceAsync(Texts.Article("c", Texts.Edited(2), minutes: 20));
        var result = await _finder.PlaceAsync(Texts.Article("a", Texts.Body, minutes: 0));

        Assert.Equal(DuplicateStatuses.Unique, result.Placement.Status);
        Assert.Equal(["b", "c"], result.Changes.Select(change => change.ArticleId).Order());
        Assert.All(result.Changes, change =>
        {
            Assert.Equal("a", change.Placement.Of);
            Assert.Equal(DuplicateStatuses.Near, change.Placement.Status);
            Assert.Equal(ChangeReasons.LateOriginal, change.Because);
        });
        Assert.All(await Members("a"), member => Assert.Equal("a", member.Placement!.ClusterId));
    }

    [Fact]
    public async Task Articles_received_at_the_same_time_are_ordered_by_id()
    {
        await _finder.PlaceAsync(Texts.Article("b", Texts.Body));
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        Assert.Equal("a", (await _index.GetAsync("b"))!.Placement!.Of);
    }

    [Fact]
    public async Task A_round_up_follows_one_article_and_joins_no_clusters()
    {
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        await _finder.PlaceAsync(Texts.Article("b", Texts.Unrelated, minutes: 1) with { Signature = Texts.Sign("Choir wins", Texts.Unrelated) });
        var result = await _finder.PlaceAsync(
            Texts.Article("c", "", minutes: 2) with { Signature = Texts.Sign(Texts.Title, Texts.Body + "\n\n" + Texts.Unrelated) });

        Assert.Equal("a", result.Placement.Match);
        Assert.Empty(result.Changes);
        Assert.Equal("b", (await _index.GetAsync("b"))!.Placement!.ClusterId);
    }

    [Fact]
    public async Task A_late_article_that_matches_better_is_followed_with_all_that_follow()
    {
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body[..180]));
        await _finder.PlaceAsync(Texts.Article("d", Texts.Edited(1), minutes: 9));
        await _finder.PlaceAsync(Texts.Article("e", Texts.Edited(1), minutes: 10));
        Assert.Equal("d", (await _index.GetAsync("e"))!.Placement!.Match);

        var result = await _finder.PlaceAsync(Texts.Article("b", Texts.Body, minutes: 1));

        Assert.Equal("a", result.Placement.Of);
        Assert.Equal("b", (await _index.GetAsync("d"))!.Placement!.Match);
        Assert.All(await Members("a"), member => Assert.Equal("a", member.Placement!.ClusterId));
        Assert.Equal(4, (await Members("a")).Count);
    }

    [Fact]
    public async Task A_repeat_gives_the_stored_answer_and_does_not_find_the_article_itself()
    {
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        var copy = Texts.Article("b", Texts.Edited(1), minutes: 1);
        var first = await _finder.PlaceAsync(copy);
        Assert.Equal(first.Placement, (await _finder.PlaceAsync(copy)).Placement);

        var alone = Texts.Article("z", Texts.Unrelated, minutes: 2);
        await _finder.PlaceAsync(alone);
        Assert.Equal(DuplicateStatuses.Unique, (await _finder.PlaceAsync(alone)).Placement.Status);
    }

    [Fact]
    public async Task Outside_the_window_a_copy_is_not_looked_for_in_either_direction()
    {
        var days = (int)DedupParameters.Default.Window.TotalMinutes + 1;
        await _finder.PlaceAsync(Texts.Article("b", Texts.Body, minutes: days));
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        Assert.All([await _index.GetAsync("a"), await _index.GetAsync("b")], article => Assert.Null(article!.Placement!.Of));
    }

    [Fact]
    public async Task A_revision_that_is_no_copy_any_more_leaves_the_cluster()
    {
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        await _finder.PlaceAsync(Texts.Article("b", Texts.Edited(1), minutes: 1));
        var result = await _finder.PlaceAsync(Texts.Article("b", Texts.Unrelated, minutes: 9, revision: 2));

        Assert.Equal(DuplicateStatuses.Unique, result.Placement.Status);
        Assert.Equal(Texts.Noon.AddMinutes(1), (await _index.GetAsync("b"))!.ReceivedAt);
    }

    [Fact]
    public async Task An_overtaken_revision_changes_nothing()
    {
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        var second = await _finder.PlaceAsync(Texts.Article("b", Texts.Unrelated, minutes: 1, revision: 2));
        var late = await _finder.PlaceAsync(Texts.Article("b", Texts.Body, minutes: 1));
        Assert.Equal(second.Placement, late.Placement);
    }

    [Fact]
    public async Task A_copy_of_an_article_that_has_left_the_index_keeps_naming_it()
    {
        var forgetful = new FaultyIndex(_index) { Hidden = "a" };
        await _finder.PlaceAsync(Texts.Article("a", Texts.Body));
        await _finder.PlaceAsync(Texts.Article("b", Texts.Edited(1), minutes: 1));
        var result = await new NearDuplicateFinder(forgetful, DedupParameters.Default)
            .PlaceAsync(Texts.Article("c", Texts.Edited(2), minutes: 2));
        Assert.Equal("a", result.Placement.Of);
    }

    private Task<IReadOnlyList<IndexedArticle>> Members(string cluster) => _index.GetClusterAsync(cluster, 100);
}
