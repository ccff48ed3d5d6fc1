using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NewsMesh.Dedup.Service;
using NewsMesh.Dedup.Stories;
using NewsMesh.MongoGateway.Servers;
using NewsMesh.Storage;
using NewsMesh.Storage.Mongo;

namespace NewsMesh.Dedup.Tests.Store;

/// <summary>What has left the window leaves the index, and nothing else does.</summary>
public sealed class ExpiryTests
{
    private static readonly DedupOptions Options = new() { Window = TimeSpan.FromDays(10), ExpiryInterval = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task Signatures_leave_a_SQLite_store_after_the_window()
    {
        var store = new TemporaryStore();
        await store.InitializeAsync();
        await SignaturesLeaveAsync(store.Store);
        await store.DisposeAsync();
    }

    [MongoFact]
    public async Task Signatures_leave_a_MongoDB_store_after_the_window()
    {
        await using var server = await MongoServer.StartNewAsync();
        await using var store = MongoStore.Open(server.UriOf(MongoServer.NewDatabaseName()));
        await store.InitializeAsync();
        await SignaturesLeaveAsync(store);
    }

    [Fact]
    public async Task The_service_begins_once_the_host_has_started_and_outlives_a_store_that_is_away()
    {
        var store = new TemporaryStore();
        await store.InitializeAsync();
        var index = store.Store.DedupIndex;
        await PlaceAsync(store.Store, "old", Texts.Noon);
        using var host = new StartedHost();
        var away = new AwayOnceIndex(index);
        using var expiry = new SignatureExpiry(
            away, Options, new FixedClock(Texts.Noon.AddDays(11)), host, NullLogger<SignatureExpiry>.Instance);
        await expiry.StartAsync(default);
        Assert.Equal(0, away.Calls);

        host.Start();

        for (var i = 0; i < 200 && await index.GetAsync("old") is not null; i++)
            await Task.Delay(50);
        Assert.Null(await index.GetAsync("old"));
        Assert.InRange(away.Calls, 2, int.MaxValue);
        await expiry.StopAsync(default);
        await store.DisposeAsync();
    }

    private static async Task SignaturesLeaveAsync(IStore store)
    {
        await PlaceAsync(store, "old", Texts.Noon);
        await PlaceAsync(store, "copy", Texts.Noon.AddDays(1));
        using var host = new StartedHost();
        using var expiry = new SignatureExpiry(
            store.DedupIndex, Options, new FixedClock(Texts.Noon.AddDays(10).AddHours(1)), host, NullLogger<SignatureExpiry>.Instance);

        Assert.Equal(1, await expiry.RemoveAsync(default));

        Assert.Null(await store.DedupIndex.GetAsync("old"));
        var stays = await store.DedupIndex.GetAsync("copy");
        Assert.Equal(("near", "old"), (stays!.Placement!.Status, stays.Placement.Of));
        var next = await PlaceAsync(store, "next", Texts.Noon.AddDays(10).AddHours(2));
        // It follows the copy that is left, into the cluster that keeps the name of its first member.
        Assert.Equal(("near", "old"), (next.Duplicate.Status, next.Duplicate.ClusterId));
        var later = await PlaceAsync(store, "later", Texts.Noon.AddDays(40));
        Assert.Equal("unique", later.Duplicate.Status);
    }

    private static Task<DedupOutcome> PlaceAsync(IStore store, string id, DateTimeOffset at) =>
        new DedupStage(store.DedupIndex, store.Stories, store.Articles, DedupParameters.Default with { Window = Options.Window }, StoryParameters.Default)
            .PlaceAsync(id, 1, Texts.Title, id == "old" ? Texts.Body : Texts.Edited(id[0]), at, at, source: null);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class StartedHost : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _started = new();

        public CancellationToken ApplicationStarted => _started.Token;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Start() => _started.Cancel();

        public void StopApplication()
        {
        }

        public void Dispose() => _started.Dispose();
    }
}
