using NewsMesh.Contracts;
using NewsMesh.Dedup.Service;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Dedup.Tests.Store;

public sealed class SignatureReindexTests : IAsyncLifetime
{
    private readonly TemporaryStore _store = new();

    public Task InitializeAsync() => _store.InitializeAsync();

    public Task DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Outdated_signatures_are_made_anew_and_copies_are_found_again()
    {
        await AddOutdatedAsync("old", Texts.Body);
        Assert.Equal("unique", (await PlaceAsync("copy", Texts.Edited(1))).Duplicate.Status);

        var result = await new SignatureReindex(_store.Store, DedupParameters.Default).RunAsync(() => { }, default);

        Assert.Equal(new SignatureReindex.Result(1, 0), result);
        var renewed = (await _store.Store.DedupIndex.GetAsync("old"))!;
        Assert.Equal(ArticleSignature.CurrentVersion, renewed.SignatureVersion);
        Assert.Equal(Texts.Sign(Texts.Title, Texts.Body).Encode(), renewed.Signature);
        Assert.Equal("old cluster", renewed.Placement!.ClusterId);
        Assert.Equal("old cluster", (await PlaceAsync("other copy", Texts.Edited(2))).Duplicate.ClusterId);
    }

    [Fact]
    public async Task Signatures_without_an_article_are_left_and_do_not_hold_up_the_others()
    {
        for (var i = 0; i < 450; i++)
            await AddOutdatedAsync($"a{i:D3}", i % 3 == 0 ? Texts.Body : null);

        var ticks = 0;
        var result = await new SignatureReindex(_store.Store, DedupParameters.Default).RunAsync(() => ticks++, default);

        Assert.Equal(new SignatureReindex.Result(150, 300), result);
        Assert.Equal(450, ticks);
        Assert.Equal(300, (await _store.Store.DedupIndex.GetOutdatedAsync(ArticleSignature.CurrentVersion, null, 1000)).Count);
    }

    [Fact]
    public async Task A_run_that_ends_early_is_gone_on_with()
    {
        for (var i = 0; i < 5; i++)
            await AddOutdatedAsync($"a{i}", Texts.Edited(i));
        using var stop = new CancellationTokenSource();
        var ticks = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SignatureReindex(_store.Store, DedupParameters.Default).RunAsync(
            () =>
            {
                if (++ticks == 2)
                    stop.Cancel();
            },
            stop.Token));

        var rest = await new SignatureReindex(_store.Store, DedupParameters.Default).RunAsync(() => { }, default);
        Assert.Equal(new SignatureReindex.Result(3, 0), rest);
    }

    private Task<DedupOutcome> PlaceAsync(string id, string text) =>
        _store.Stage().PlaceAsync(id, 1, Texts.Title, text, Texts.Noon.AddHours(1), null, "outlet");

    /// <summary>A signature of an earlier version, and the article that it was made of where a text is given.</summary>
    private async Task AddOutdatedAsync(string id, string? text)
    {
        await _store.Store.DedupIndex.AddAsync(new SignatureDocument
        {
            ArticleId = id,
            Revision = 1,
            ReceivedAt = Texts.Noon,
            Source = "outlet",
            SignatureVersion = 1,
            Signature = [1],
            Bands = [7],
            Placement = new Placement { Status = "near", ClusterId = "old cluster", Of = "old cluster", Similarity = 0.5 },
        });
        if (text is not null)
        {
            Assert.True(await _store.Store.Articles.TryAddAsync(new RevisionDocument
            {
                ArticleId = id,
                Revision = 1,
                SubmissionId = id,
                RawId = id,
                Cause = Causes.New,
                TraceId = "0af7651916cd43dd8448eb211c80319c",
                ContentHash = "hash",
                Article = new Article { Title = Texts.Title, Text = text, ReceivedAt = Texts.Noon },
            }));
        }
    }
}
