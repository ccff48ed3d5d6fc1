using NewsMesh.Contracts;

namespace NewsMesh.Storage.Tests.Compliance;

public abstract class RejectionStoreCompliance : StoreCompliance
{
    private IRejectionStore Rejections => Store.Rejections;

    [StoreFact]
    public async Task A_rejection_comes_back_as_it_was_added()
    {
        var rejection = Given.Rejection("r");

        Assert.True(await Rejections.TryAddAsync(rejection));

        Same.Document(rejection, (await Rejections.ListAsync(10)).Single());
    }

    [StoreFact]
    public async Task A_rejection_with_nothing_optional_comes_back_as_it_was_added()
    {
        var rejection = Given.Rejection("r") with { SubmissionId = null, ArticleId = null, Url = null, Body = null, BodyLength = null };

        await Rejections.TryAddAsync(rejection);

        Same.Document(rejection, (await Rejections.ListAsync(10)).Single());
    }

    [StoreFact]
    public async Task An_empty_body_is_kept_apart_from_none()
    {
        await Rejections.TryAddAsync(Given.Rejection("r") with { Body = [], BodyLength = 0 });

        Assert.Empty((await Rejections.ListAsync(10)).Single().Body!);
    }

    [StoreFact]
    public async Task A_repeat_writes_nothing_and_is_counted_once()
    {
        await Rejections.TryAddAsync(Given.Rejection("r"));

        Assert.False(await Rejections.TryAddAsync(Given.Rejection("r", RejectionReasons.Empty)));

        Same.Document(Given.Rejection("r"), (await Rejections.ListAsync(10)).Single());
        Assert.Equal(new Dictionary<string, long> { [RejectionReasons.Malformed] = 1 }, await Rejections.CountByReasonAsync());
    }

    [StoreFact]
    public async Task One_of_many_that_add_the_same_rejection_at_once_wins()
    {
        var added = await RaceAsync(_ => Rejections.TryAddAsync(Given.Rejection("r")));

        Assert.Single(added, true);
    }

    [StoreFact]
    public async Task Rejections_are_listed_newest_first()
    {
        foreach (var minutes in new[] { 2, 3, 1 })
        {
            await Rejections.TryAddAsync(Given.Rejection($"r{minutes}", receivedAt: Given.Noon.AddMinutes(minutes)));
        }

        Assert.Equal(["r3", "r2", "r1"], (await Rejections.ListAsync(10)).Select(r => r.RejectionId));
        Assert.Equal(["r3"], (await Rejections.ListAsync(1)).Select(r => r.RejectionId));
        Assert.Empty(await Rejections.ListAsync(0));
    }

    [StoreFact]
    public async Task Rejections_are_counted_by_reason()
    {
        Assert.Empty(await Rejections.CountByReasonAsync());
        await Rejections.TryAddAsync(Given.Rejection("a"));
        await Rejections.TryAddAsync(Given.Rejection("b"));
        await Rejections.TryAddAsync(Given.Rejection("c", RejectionReasons.Empty));

        Assert.Equal(
            new Dictionary<string, long> { [RejectionReasons.Malformed] = 2, [RejectionReasons.Empty] = 1 },
            await Rejections.CountByReasonAsync());
    }
}
