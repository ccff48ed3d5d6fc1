using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Tests.Compliance;

public abstract class DedupIndexCompliance : StoreCompliance
{
    private IDedupIndex Index => Store.DedupIndex;

    [StoreFact]
    public async Task A_signature_comes_back_as_it_was_added()
    {
        var signature = Given.Signature("a", [long.MinValue, -1, 0, 1, long.MaxValue, (1L << 53) + 1]);

        await Index.AddAsync(signature);

        Same.Document(signature, await Index.GetAsync("a"));
        Same.Document(signature with { Bands = [] }, (await Index.FindCandidatesAsync([long.MaxValue], Given.Noon, 1)).Single());
        Assert.Null(await Index.GetAsync("b"));
    }

    [StoreFact]
    public async Task A_signature_without_bands_is_stored_and_never_a_candidate()
    {
        var signature = Given.Signature("a", []) with { PublishedAt = null, Source = null, Signature = [] };

        await Index.AddAsync(signature);

        Same.Document(signature, await Index.GetAsync("a"));
        Assert.Empty(await Index.FindCandidatesAsync([1, 2], DateTimeOffset.MinValue, 10));
        Assert.Empty(await Index.FindCandidatesAsync([], DateTimeOffset.MinValue, 10));
    }

    [StoreFact]
    public async Task Candidates_come_by_the_rarity_of_shared_bands_then_time()
    {
        await Index.AddAsync(Given.Signature("common, early", [1, 90], Given.Noon));
        await Index.AddAsync(Given.Signature("common, rare", [1, 2, 91], Given.Noon.AddMinutes(6)));
        await Index.AddAsync(Given.Signature("rare", [2], Given.Noon.AddMinutes(5)));
        await Index.AddAsync(Given.Signature("common, common", [3, 1], Given.Noon.AddMinutes(4)));
        await Index.AddAsync(Given.Signature("all", [3, 2, 1], Given.Noon.AddMinutes(9)));
        await Index.AddAsync(Given.Signature("common, late", [3, 93], Given.Noon.AddMinutes(10)));
        await Index.AddAsync(Given.Signature("common, later", [3], Given.Noon.AddMinutes(11)));
        await Index.AddAsync(Given.Signature("none", [92], Given.Noon));

        // One has four articles, two has three, three has four.
        string[] expected = ["all", "common, rare", "common, common", "rare", "common, early", "common, late", "common, later"];
        Assert.Equal(expected, await FindAsync([1, 2, 3], Given.Noon, 10));
        Assert.Equal(expected[..2], await FindAsync([1, 2, 3], Given.Noon, 2));
        Assert.Empty(await FindAsync([1, 2, 3], Given.Noon, 0));
    }

    [StoreFact]
    public async Task One_rare_band_comes_before_several_common_ones()
    {
        await Index.AddAsync(Given.Signature("rare", [1], Given.Noon.AddHours(1)));
        for (var i = 0; i < 2 * IDedupIndex.ArticlesPerBand; i++)
            await Index.AddAsync(Given.Signature($"a{i:D3}", [2, 3, 4], Given.Noon.AddSeconds(i)));

        Assert.Equal("rare", (await FindAsync([1, 2, 3, 4], Given.Noon, 10))[0]);
    }

    [StoreFact]
    public async Task An_old_article_is_found_by_a_rare_band_though_hundreds_share_a_common_one()
    {
        await Index.AddAsync(Given.Signature("old", [1, 2], Given.Noon));
        const int count = (3 * IDedupIndex.ArticlesPerBand) + 1;
        for (var i = 0; i < count; i++)
            await Index.AddAsync(Given.Signature($"a{i:D3}", [1], Given.Noon.AddSeconds(i + 1)));

        var found = await FindAsync([1, 2], Given.Noon, 10);

        Assert.Equal("old", found[0]);
        Assert.Equal(10, found.Count);
    }

    [StoreFact]
    public async Task Of_a_band_of_very_many_articles_the_latest_are_found()
    {
        const int count = IDedupIndex.ArticlesPerBand + 20;
        for (var i = 0; i < count; i++)
            await Index.AddAsync(Given.Signature($"a{i:D3}", [1], Given.Noon.AddSeconds(i)));

        var found = await FindAsync([1], Given.Noon, count);

        Assert.All(Enumerable.Range(20, IDedupIndex.ArticlesPerBand), i => Assert.Contains($"a{i:D3}", found));
    }

    [StoreFact]
    public async Task What_an_article_follows_is_part_of_its_placement()
    {
        await Index.AddAsync(Given.Signature("a", [1]));
        var placement = Given.Placement("root", "root") with { Match = "b" };

        Assert.True(await Index.TryPlaceAsync("a", placement, expected: null));
        Assert.False(await Index.TryPlaceAsync("a", Given.Placement("x"), placement with { Match = "c" }));
        Assert.Equal(placement, (await Index.GetAsync("a"))!.Placement);
        Assert.True(await Index.TryPlaceAsync("a", Given.Placement("x"), placement));
    }

    [StoreFact]
    public async Task The_latest_signatures_come_newest_first()
    {
        for (var i = 0; i < 5; i++)
            await Index.AddAsync(Given.Signature($"a{i}", [i], Given.Noon.AddMinutes(i % 2 == 0 ? i : -i)));

        Assert.Equal(["a4", "a2", "a0"], (await Index.GetRecentAsync(3)).Select(signature => signature.ArticleId));
        Assert.Empty(await Index.GetRecentAsync(0));
    }

    [StoreFact]
    public async Task A_signature_of_a_lower_version_is_listed_until_it_is_replaced_in_its_place()
    {
        var old = Given.Signature("old", [1, 2]);
        var placement = Given.Placement("root", "root") with { Match = "root" };
        await Index.AddAsync(old);
        await Index.AddAsync(Given.Signature("new", [1]) with { SignatureVersion = 9 });
        Assert.True(await Index.TryPlaceAsync("old", placement, expected: null));
        Assert.Equal(["old"], (await Index.GetOutdatedAsync(9, null, 10)).Select(signature => signature.ArticleId));

        var upgraded = old with { SignatureVersion = 9, Signature = [42], Bands = [2, 3], Source = "ignored" };
        Assert.False(await Index.TryUpgradeAsync(upgraded with { Revision = 2 }));
        Assert.False(await Index.TryUpgradeAsync(upgraded with { ArticleId = "none" }));
        Assert.True(await Index.TryUpgradeAsync(upgraded));
        Assert.False(await Index.TryUpgradeAsync(upgraded));

        Same.Document(upgraded with { Source = old.Source, Placement = placement }, await Index.GetAsync("old"));
        Assert.Empty(await Index.GetOutdatedAsync(9, null, 10));
        Assert.Equal(["new"], await FindAsync([1], Given.Noon, 10));
        Assert.Equal(["old"], await FindAsync([3], Given.Noon, 10));
    }

    [StoreFact]
    public async Task Outdated_signatures_come_page_by_page_though_some_are_replaced_meanwhile()
    {
        foreach (var (id, version) in new[] { ("d", 1), ("a", 2), ("c", 1), ("b", 2), ("e", 1), ("new", 9) })
            await Index.AddAsync(Given.Signature(id, [1]) with { SignatureVersion = version });

        var first = await Index.GetOutdatedAsync(9, null, 2);
        Assert.Equal(["c", "d"], first.Select(signature => signature.ArticleId));
        Assert.True(await Index.TryUpgradeAsync(first[1] with { SignatureVersion = 9 }));
        var second = await Index.GetOutdatedAsync(9, first[1], 2);
        Assert.Equal(["e", "a"], second.Select(signature => signature.ArticleId));
        var third = await Index.GetOutdatedAsync(9, second[1], 2);
        Assert.Equal(["b"], third.Select(signature => signature.ArticleId));
        Assert.Empty(await Index.GetOutdatedAsync(9, third[0], 2));
    }

    [StoreFact]
    public async Task A_band_given_twice_counts_once()
    {
        await Index.AddAsync(Given.Signature("twice", [1, 1, 1], Given.Noon.AddMinutes(1)));
        await Index.AddAsync(Given.Signature("two", [1, 2], Given.Noon.AddMinutes(2)));

        Assert.Equal(["two", "twice"], await FindAsync([1, 1, 2, 2], Given.Noon, 10));
    }

    [StoreFact]
    public async Task Candidates_received_before_the_given_time_are_left_out()
    {
        await Index.AddAsync(Given.Signature("before", [1], Given.Noon.AddTicks(-1)));
        await Index.AddAsync(Given.Signature("at", [1], Given.Noon.ToOffset(TimeSpan.FromHours(-11))));

        Assert.Equal(["at"], await FindAsync([1], Given.Noon, 10));
    }

    [StoreFact]
    public async Task A_look_up_of_very_many_bands_works()
    {
        await Index.AddAsync(Given.Signature("a", [.. Enumerable.Range(0, 500).Select(i => (long)i)]));

        Assert.Equal(["a"], await FindAsync([.. Enumerable.Range(-50_000, 100_000).Select(i => (long)i)], Given.Noon, 10));
    }

    [StoreFact]
    public async Task The_same_revision_again_changes_nothing_and_keeps_the_placement()
    {
        await Index.AddAsync(Given.Signature("a", [1]));
        await Index.TryPlaceAsync("a", Given.Placement("a"), null);
        var before = await Index.GetAsync("a");

        await Index.AddAsync(Given.Signature("a", [2], marker: 2));

        Same.Document(before, await Index.GetAsync("a"));
        Assert.Empty(await FindAsync([2], Given.Noon, 10));
    }

    [StoreFact]
    public async Task A_lower_revision_changes_nothing()
    {
        await Index.AddAsync(Given.Signature("a", [1], revision: 2));

        await Index.AddAsync(Given.Signature("a", [2], revision: 1));

        Same.Document(Given.Signature("a", [1], revision: 2), await Index.GetAsync("a"));
    }

    [StoreFact]
    public async Task A_higher_revision_replaces_signature_and_bands_and_clears_the_placement()
    {
        await Index.AddAsync(Given.Signature("a", [1, 2]));
        await Index.TryPlaceAsync("a", Given.Placement("a"), null);
        var later = Given.Signature("a", [2, 3], Given.Noon.AddHours(1), revision: 2, marker: 2);

        await Index.AddAsync(later);

        Same.Document(later, await Index.GetAsync("a"));
        Assert.Empty(await FindAsync([1], Given.Noon, 10));
        Assert.Equal(["a"], await FindAsync([2], Given.Noon, 10));
        Assert.Equal(["a"], await FindAsync([3], Given.Noon, 10));
        Assert.Empty(await Index.GetClusterAsync("a", 10));
    }

    [StoreFact]
    public async Task A_placement_is_set_only_where_the_expected_one_still_stands()
    {
        await Index.AddAsync(Given.Signature("a", [1]));
        var first = Given.Placement("c1");
        var second = Given.Placement("c2", of: "b");

        Assert.False(await Index.TryPlaceAsync("a", second, first));
        Assert.True(await Index.TryPlaceAsync("a", first, null));
        Assert.False(await Index.TryPlaceAsync("a", second, null));
        Assert.False(await Index.TryPlaceAsync("a", second, first with { Status = "exact" }));
        Assert.False(await Index.TryPlaceAsync("a", second, first with { Similarity = 0.5 }));
        Assert.False(await Index.TryPlaceAsync("a", second, first with { Of = "b" }));
        Assert.Equal(first, (await Index.GetAsync("a"))!.Placement);
        Assert.True(await Index.TryPlaceAsync("a", second, first));
        Assert.True(await Index.TryPlaceAsync("a", second, second));
        Assert.Equal(second, (await Index.GetAsync("a"))!.Placement);
        Assert.False(await Index.TryPlaceAsync("unknown", first, null));
    }

    [StoreFact]
    public async Task One_of_many_that_place_an_article_at_once_wins()
    {
        await Index.AddAsync(Given.Signature("a", [1]));

        var placed = await RaceAsync(i => Index.TryPlaceAsync("a", Given.Placement($"c{i}"), null));

        var winner = Assert.Single(Enumerable.Range(0, Racers), i => placed[i]);
        Assert.Equal($"c{winner}", (await Index.GetAsync("a"))!.Placement!.ClusterId);
    }

    [StoreFact]
    public async Task Of_two_that_add_first_and_look_afterwards_at_least_one_sees_the_other()
    {
        for (var round = 0; round < 50; round++)
        {
            var band = round;
            var seen = await Task.WhenAll(AddAndLookAsync($"x{round}", band), AddAndLookAsync($"y{round}", band));

            Assert.Contains(seen, s => s.Count == 2);
            Assert.All(seen, s => Assert.NotEmpty(s));
        }

        async Task<List<string>> AddAndLookAsync(string id, long band)
        {
            await Task.Yield();
            await Index.AddAsync(Given.Signature(id, [band]));
            return await FindAsync([band], Given.Noon, 10);
        }
    }

    [StoreFact]
    public async Task Members_of_a_cluster_come_by_time_and_id()
    {
        foreach (var (id, minutes, cluster) in new[] { ("b", 1, "c"), ("a", 1, "c"), ("z", 0, "c"), ("other", 0, "d") })
        {
            await Index.AddAsync(Given.Signature(id, [1], Given.Noon.AddMinutes(minutes)));
            await Index.TryPlaceAsync(id, Given.Placement(cluster), null);
        }

        Assert.Equal(["z", "a", "b"], (await Index.GetClusterAsync("c", 10)).Select(s => s.ArticleId));
        Assert.Equal(["z"], (await Index.GetClusterAsync("c", 1)).Select(s => s.ArticleId));
        Assert.Empty(await Index.GetClusterAsync("unknown", 10));
    }

    [StoreFact]
    public async Task Old_signatures_are_removed_with_their_bands()
    {
        for (var i = 0; i < 450; i++)
        {
            await Index.AddAsync(Given.Signature($"a{i}", [7, i], Given.Noon.AddMinutes(i)));
        }

        Assert.Equal(430, await Index.RemoveBeforeAsync(Given.Noon.AddMinutes(430)));
        Assert.Equal(0, await Index.RemoveBeforeAsync(Given.Noon.AddMinutes(430)));

        Assert.Null(await Index.GetAsync("a429"));
        Assert.NotNull(await Index.GetAsync("a430"));
        Assert.Equal(20, (await FindAsync([.. Enumerable.Range(0, 450)], DateTimeOffset.MinValue, 1000)).Count);
    }

    private async Task<List<string>> FindAsync(long[] bands, DateTimeOffset from, int limit) =>
        [.. (await Index.FindCandidatesAsync(bands, from, limit)).Select((SignatureDocument s) => s.ArticleId)];
}
