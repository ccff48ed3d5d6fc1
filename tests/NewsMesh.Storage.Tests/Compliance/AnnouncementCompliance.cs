namespace NewsMesh.Storage.Tests.Compliance;

public abstract class AnnouncementCompliance : StoreCompliance
{
    private static readonly DateTimeOffset Now = Given.Noon;
    private static readonly DateTimeOffset Lease = Now.AddMinutes(1);

    private IArticleStore Articles => Store.Articles;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Articles.TryAddAsync(Given.Revision("a", 1));
        await Articles.TryAddAsync(Given.Revision("a", 2));
        await Articles.TryAddAsync(Given.Revision("b", 1));
    }

    [StoreFact]
    public async Task The_first_claim_is_granted_and_another_waits_for_its_lease()
    {
        Assert.Equal(AnnouncementClaim.Granted, await ClaimAsync("m1", Now));
        Assert.Equal(AnnouncementClaim.HeldByAnother, await ClaimAsync("m2", Now));
        Assert.Equal(AnnouncementClaim.HeldByAnother, await ClaimAsync("m2", Lease.AddTicks(-1)));
    }

    [StoreFact]
    public async Task An_owner_may_claim_again_at_any_time()
    {
        await ClaimAsync("m1", Now);

        Assert.Equal(AnnouncementClaim.Granted, await ClaimAsync("m1", Now.AddSeconds(1)));
        Assert.Equal(AnnouncementClaim.Granted, await ClaimAsync("m1", Lease.AddHours(1)));
    }

    [StoreFact]
    public async Task Another_claims_after_the_lease_has_ended_and_is_then_the_owner()
    {
        await ClaimAsync("m1", Now);

        var second = await Articles.ClaimAnnouncementAsync("a", 1, "m2", Lease, Lease.AddMinutes(1));

        Assert.Equal(AnnouncementClaim.Granted, second);
        Assert.Equal(AnnouncementClaim.HeldByAnother, await ClaimAsync("m1", Lease));
    }

    [StoreFact]
    public async Task A_claim_again_extends_the_lease()
    {
        await ClaimAsync("m1", Now);
        await Articles.ClaimAnnouncementAsync("a", 1, "m1", Now, Lease.AddHours(1));

        Assert.Equal(AnnouncementClaim.HeldByAnother, await ClaimAsync("m2", Lease.AddMinutes(1)));
    }

    [StoreFact]
    public async Task One_of_many_that_claim_at_once_is_granted()
    {
        var claims = await RaceAsync(i => ClaimAsync($"m{i}", Now));

        Assert.Single(claims, AnnouncementClaim.Granted);
        Assert.Equal(Racers - 1, claims.Count(c => c == AnnouncementClaim.HeldByAnother));
    }

    [StoreFact]
    public async Task Claims_of_other_revisions_and_articles_do_not_matter()
    {
        await ClaimAsync("m1", Now);

        Assert.Equal(AnnouncementClaim.Granted, await Articles.ClaimAnnouncementAsync("a", 2, "m2", Now, Lease));
        Assert.Equal(AnnouncementClaim.Granted, await Articles.ClaimAnnouncementAsync("b", 1, "m3", Now, Lease));
    }

    [StoreFact]
    public async Task An_announced_revision_is_not_claimed_again_even_by_its_owner()
    {
        await ClaimAsync("m1", Now);
        await Articles.SetAnnouncedAsync("a", 1, "s", Now);

        Assert.Equal(AnnouncementClaim.AlreadyAnnounced, await ClaimAsync("m1", Now));
        Assert.Equal(AnnouncementClaim.AlreadyAnnounced, await ClaimAsync("m2", Lease));
    }

    [StoreFact]
    public async Task A_revision_is_superseded_once_a_later_one_was_announced()
    {
        await ClaimAsync("m1", Now);
        await Articles.SetAnnouncedAsync("a", 2, "s", Now);

        Assert.Equal(AnnouncementClaim.Superseded, await ClaimAsync("m1", Now));
    }

    [StoreFact]
    public async Task A_later_revision_is_claimed_after_an_earlier_one_was_announced()
    {
        await Articles.SetAnnouncedAsync("a", 1, "s", Now);

        Assert.Equal(AnnouncementClaim.Granted, await Articles.ClaimAnnouncementAsync("a", 2, "m2", Now, Lease));
    }

    [StoreFact]
    public async Task A_revision_marked_as_overtaken_is_superseded()
    {
        await Articles.SetSupersededAsync("a", 1);

        Assert.Equal(AnnouncementClaim.Superseded, await ClaimAsync("m1", Now));
        Assert.True((await Articles.GetAsync("a", 1))!.Superseded);
        Assert.False((await Articles.GetAsync("a", 2))!.Superseded);
    }

    [StoreFact]
    public async Task An_announced_revision_cannot_be_overtaken_any_more()
    {
        await Articles.SetAnnouncedAsync("a", 1, "s", Now);
        await Articles.SetSupersededAsync("a", 1);

        Assert.False((await Articles.GetAsync("a", 1))!.Superseded);
        Assert.Equal(AnnouncementClaim.AlreadyAnnounced, await ClaimAsync("m1", Now));
    }

    [StoreFact]
    public async Task A_claim_of_a_revision_that_does_not_exist_is_a_fault()
    {
        await Assert.ThrowsAsync<KeyNotFoundException>(() => Articles.ClaimAnnouncementAsync("a", 3, "m1", Now, Lease));
    }

    [StoreFact]
    public async Task The_first_announcement_wins()
    {
        await Articles.SetAnnouncedAsync("a", 1, "first", Now);
        await Articles.SetAnnouncedAsync("a", 1, "second", Now.AddHours(1));

        var stored = (await Articles.GetAsync("a", 1))!;
        Assert.Equal("first", stored.AnnouncedFor);
        Assert.Equal(Now, stored.AnnouncedAt);
        Assert.Equal(Now.Offset, stored.AnnouncedAt!.Value.Offset);
    }

    [StoreFact]
    public async Task One_of_many_announcements_at_once_is_kept_whole()
    {
        await RaceAsync(async i =>
        {
            await Articles.SetAnnouncedAsync("a", 1, $"s{i}", Now.AddSeconds(i));
            return true;
        });

        var stored = (await Articles.GetAsync("a", 1))!;
        Assert.Equal(stored.AnnouncedAt, Now.AddSeconds(int.Parse(stored.AnnouncedFor![1..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Single((await Articles.SearchAsync(new ArticleQuery())).Items);
    }

    [StoreFact]
    public async Task Marks_on_a_revision_that_does_not_exist_change_nothing()
    {
        await Articles.SetAnnouncedAsync("c", 1, "s", Now);
        await Articles.SetSupersededAsync("c", 1);

        Assert.Null(await Articles.GetAsync("c", 1));
        Assert.Empty((await Articles.SearchAsync(new ArticleQuery())).Items);
    }

    private Task<AnnouncementClaim> ClaimAsync(string owner, DateTimeOffset now) =>
        Articles.ClaimAnnouncementAsync("a", 1, owner, now, Lease);
}
