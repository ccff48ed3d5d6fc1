namespace NewsMesh.Storage.Tests.Compliance;

public abstract class RawPageStoreCompliance : StoreCompliance
{
    private IRawPageStore RawPages => Store.RawPages;

    [StoreFact]
    public async Task A_page_comes_back_as_it_was_added()
    {
        var page = Given.RawPage("r") with { Revision = 4 };

        Assert.True(await RawPages.TryAddAsync(page));

        Same.Document(page, await RawPages.GetAsync("r"));
    }

    [StoreFact]
    public async Task A_page_with_nothing_optional_comes_back_as_it_was_added()
    {
        var page = Given.RawPage("r", []) with
        {
            Url = null,
            CanonicalUrl = null,
            Title = null,
            Source = null,
            PublishedAt = null,
            Metadata = null,
            FetchedAt = null,
            Headers = null,
            IsHtml = false,
        };

        await RawPages.TryAddAsync(page);

        Same.Document(page, await RawPages.GetAsync("r"));
    }

    [StoreFact]
    public async Task A_page_of_ten_megabytes_that_cannot_be_compressed_comes_back_whole()
    {
        var content = new byte[10 << 20];
        new Random(1).NextBytes(content);

        await RawPages.TryAddAsync(Given.RawPage("r", content));

        var stored = (await RawPages.GetAsync("r"))!.Content;
        Assert.True(content.AsSpan().SequenceEqual(stored));
    }

    [StoreFact]
    public async Task A_repeat_writes_nothing()
    {
        await RawPages.TryAddAsync(Given.RawPage("r"));
        await RawPages.SetRevisionAsync("r", 2);
        var before = await RawPages.GetAsync("r");

        Assert.False(await RawPages.TryAddAsync(Given.RawPage("r", [1, 2, 3]) with { SubmissionId = "another" }));

        Same.Document(before, await RawPages.GetAsync("r"));
    }

    [StoreFact]
    public async Task One_of_many_that_add_the_same_page_at_once_wins()
    {
        var added = await RaceAsync(i => RawPages.TryAddAsync(Given.RawPage("r", [(byte)i])));

        var winner = Assert.Single(Enumerable.Range(0, Racers), i => added[i]);
        Assert.Equal([(byte)winner], (await RawPages.GetAsync("r"))!.Content);
    }

    [StoreFact]
    public async Task A_page_has_no_revision_until_one_is_noted()
    {
        Assert.Null(await RawPages.GetRevisionAsync("r"));
        await RawPages.TryAddAsync(Given.RawPage("r"));
        Assert.Null(await RawPages.GetRevisionAsync("r"));

        await RawPages.SetRevisionAsync("r", 2);
        await RawPages.SetRevisionAsync("r", 2);

        Assert.Equal(2, await RawPages.GetRevisionAsync("r"));
        Assert.Equal(2, (await RawPages.GetAsync("r"))!.Revision);
    }

    [StoreFact]
    public async Task An_unknown_page_is_null_and_stays_so()
    {
        await RawPages.SetRevisionAsync("r", 2);

        Assert.Null(await RawPages.GetAsync("r"));
        Assert.Null(await RawPages.GetRevisionAsync("r"));
    }
}
