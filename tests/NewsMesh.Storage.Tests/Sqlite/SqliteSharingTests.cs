using NewsMesh.Storage.Sqlite;
using NewsMesh.Storage.Tests.Compliance;

namespace NewsMesh.Storage.Tests.Sqlite;

/// <summary>Several users of one file.</summary>
public sealed class SqliteSharingTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Many_may_initialize_a_new_file_at_once()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => SqliteStore.Open(_file.Path)).ToList();

        await Task.WhenAll(stores.Select(s => Task.Run(() => s.InitializeAsync())));

        await Task.WhenAll(stores.Select(s => s.PingAsync()));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_one_store_wrote_the_other_reads()
    {
        await using var one = await _file.OpenAsync();
        await using var two = await _file.OpenAsync();

        for (var i = 0; i < IDedupIndex.ArticlesPerBand; i++)
        {
            await one.DedupIndex.AddAsync(Given.Signature($"a{i}", [1]));
            Assert.Equal(i + 1, (await two.DedupIndex.FindCandidatesAsync([1], Given.Noon, 100)).Count);
        }
    }

    [Fact]
    public async Task What_one_store_replaced_or_removed_the_other_finds_no_more()
    {
        await using var one = await _file.OpenAsync();
        await using var two = await _file.OpenAsync();
        foreach (var (id, minutes) in new[] { ("old", -1), ("replaced", 0), ("kept", 1), ("next", 2) })
            await one.DedupIndex.AddAsync(Given.Signature(id, [1], Given.Noon.AddMinutes(minutes)));
        Assert.Equal(["old", "replaced"], await FoundAsync(limit: 2));

        await one.DedupIndex.AddAsync(Given.Signature("replaced", [2], Given.Noon, revision: 2));
        await one.DedupIndex.RemoveBeforeAsync(Given.Noon);

        Assert.Equal(["kept", "next"], await FoundAsync(limit: 2));
        await one.DedupIndex.RemoveBeforeAsync(DateTimeOffset.MaxValue);
        Assert.Empty(await FoundAsync(limit: 2));
        await one.DedupIndex.AddAsync(Given.Signature("after", [1]));
        Assert.Equal(["after"], await FoundAsync(limit: 2));

        async Task<string[]> FoundAsync(int limit) =>
            [.. (await two.DedupIndex.FindCandidatesAsync([1], DateTimeOffset.MinValue, limit)).Select(signature => signature.ArticleId)];
    }

    [Fact]
    public async Task One_claim_is_granted_over_several_stores()
    {
        await using var one = await _file.OpenAsync();
        await using var two = await _file.OpenAsync();
        await one.Articles.TryAddAsync(Given.Revision("a"));

        var claims = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() =>
            (i % 2 == 0 ? one : two).Articles.ClaimAnnouncementAsync("a", 1, $"m{i}", Given.Noon, Given.Noon.AddMinutes(1)))));

        Assert.Single(claims, AnnouncementClaim.Granted);
    }

    [Fact]
    public async Task Processes_that_write_at_once_lose_nothing_and_win_each_thing_once()
    {
        const int Count = 300;
        using var first = StoreWriter.Start(_file.Path, "first", Count);
        using var second = StoreWriter.Start(_file.Path, "second", Count);

        var won = await Task.WhenAll(first.StandardOutput.ReadToEndAsync(), second.StandardOutput.ReadToEndAsync());
        await Task.WhenAll(first.WaitForExitAsync(), second.WaitForExitAsync());

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        await using var store = await _file.OpenAsync();
        var stored = (await store.Rejections.ListAsync(2 * Count)).ToDictionary(r => r.RejectionId, r => r.TraceId);
        Assert.Equal(Count, stored.Count);
        Assert.All(Lines(won[0]), id => Assert.Equal("first", stored[id]));
        Assert.All(Lines(won[1]), id => Assert.Equal("second", stored[id]));
        Assert.Equal(Count, Lines(won[0]).Length + Lines(won[1]).Length);
    }

    [Fact]
    public async Task What_a_killed_process_was_told_is_stored_is_there_afterwards()
    {
        using var writer = StoreWriter.Start(_file.Path, "killed", int.MaxValue);
        var acknowledged = new List<string>();
        while (acknowledged.Count < 50)
        {
            acknowledged.Add((await writer.StandardOutput.ReadLineAsync())!);
        }

        writer.Kill();
        acknowledged.AddRange(Lines(await writer.StandardOutput.ReadToEndAsync()));
        await writer.WaitForExitAsync();

        await using var store = await _file.OpenAsync();
        var stored = (await store.Rejections.ListAsync(int.MaxValue)).Select(r => r.RejectionId).ToHashSet();
        Assert.Superset(acknowledged.ToHashSet(), stored);
        Assert.True(await store.Rejections.TryAddAsync(Given.Rejection("afterwards")));
    }

    [Fact]
    public async Task A_file_whose_store_was_abandoned_without_disposal_opens_with_all_that_was_written()
    {
        var abandoned = await _file.OpenAsync();
        await abandoned.Articles.TryAddAsync(Given.Revision("a"));

        await using var store = await _file.OpenAsync();

        Same.Document(Given.Revision("a"), await store.Articles.GetAsync("a", 1));
        await abandoned.DisposeAsync();
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
