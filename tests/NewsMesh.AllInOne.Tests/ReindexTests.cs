using NewsMesh.AllInOne.Tests.Support;
using NewsMesh.Storage;

namespace NewsMesh.AllInOne.Tests;

[Collection(CommandLineTests.Name)]
public sealed class ReindexTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Store => "sqlite:" + _folder["news.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_signature_of_an_older_version_is_made_anew()
    {
        await NewsMeshCommand.RunAsync("process", _folder.Write("a.txt", Texts.Harbour), "--store", Store, "--out", _folder["out.jsonl"]);
        var id = _folder.ReadLines("out.jsonl").Single().GetProperty("articleId").GetString()!;
        var current = await ReplaceAsync(id);

        var result = await NewsMeshCommand.RunAsync("reindex", "--store", Store);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("1 signatures made anew, 0 left because their articles are no longer stored", Assert.Single(result.ErrorLines));
        await using var store = await OpenAsync();
        Assert.Equal(current, (await store.DedupIndex.GetAsync(id))!.Signature);
        Assert.StartsWith("0 signatures", Assert.Single((await NewsMeshCommand.RunAsync("reindex", "--store", Store)).ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_store_is_one_line_and_is_not_made()
    {
        Assert.Contains("There is no store", await NewsMeshCommand.FailAsync("reindex", "--store", Store), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["news.db"]));
    }

    /// <summary>Puts a signature of version 1 in the place of an article's own, which is returned.</summary>
    private async Task<byte[]> ReplaceAsync(string id)
    {
        await using var store = await OpenAsync();
        var current = (await store.DedupIndex.GetAsync(id))!;
        Assert.Equal(1, await store.DedupIndex.RemoveBeforeAsync(current.ReceivedAt.AddSeconds(1)));
        await store.DedupIndex.AddAsync(current with { SignatureVersion = 1, Signature = [1], Bands = [1] });
        return current.Signature;
    }

    private async Task<IStore> OpenAsync()
    {
        var store = StoreFactory.Create(Store, TimeProvider.System);
        await store.InitializeAsync();
        return store;
    }
}
