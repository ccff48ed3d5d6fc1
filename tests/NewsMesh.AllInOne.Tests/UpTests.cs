using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using NewsMesh.AllInOne.Tests.Support;
using NewsMesh.EndToEnd.Tests.Support;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.AllInOne.Tests;

public sealed class UpTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TestFolder _folder = new();
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{Ports.Free()}") };

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Samples_are_shown_and_after_a_restart_on_the_same_store_still_there_once()
    {
        using (var first = StartWithSamples())
        {
            await ReadyAsync(first);
            await ArticlesAsync(30);
            Assert.Contains(first.Output, line => line.Contains(_folder["store.db"], StringComparison.Ordinal));
            Assert.Equal(0, await first.StopAsync());
        }

        using var second = StartWithSamples();
        await ReadyAsync(second);
        await Eventually.TrueAsync(
            async () => (await GetAsync("/submissions/sample-04-jsonld-wire-battery-plant.html")).GetProperty("status").GetString() == "unchanged",
            Patience,
            "a sample is unchanged the second time");
        await ArticlesAsync(30);
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task A_busy_port_is_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}";

        using var process = NewsMeshProcess.Start("up", "--urls", address, "--store", "sqlite:" + _folder["store.db"]);

        Assert.Equal(2, await process.EndAsync());
        Assert.Contains(address, Assert.Single(process.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_one_line()
    {
        var store = _folder.Write("store.db", string.Concat(Enumerable.Repeat("This is no database. ", 500)));

        using var process = NewsMeshProcess.Start("up", "--urls", _http.BaseAddress!.ToString(), "--store", "sqlite:" + store);

        Assert.Equal(2, await process.EndAsync());
        Assert.Contains(store, Assert.Single(process.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_in_but_not_announced_is_taken_up_again_at_the_next_start()
    {
        await using (var store = StoreFactory.Create("sqlite:" + _folder["store.db"], TimeProvider.System))
        {
            await store.InitializeAsync();
            await LeaveBehindAsync(store, "left-behind");
        }

        using var process = NewsMeshProcess.Start("up", "--urls", _http.BaseAddress!.ToString(), "--store", "sqlite:" + _folder["store.db"]);
        await process.SaysAsync("NewsMesh is up");
        await Eventually.TrueAsync(
            async () => (await GetAsync("/submissions/left-behind")).GetProperty("status").GetString() == "enriched",
            Patience,
            "the article that the last run left behind is enriched");
        await ArticlesAsync(1);
        Assert.Equal(0, await process.StopAsync());
    }

    /// <summary>What a process leaves that ended right after ingest had stored a page.</summary>
    private static async Task LeaveBehindAsync(IStore store, string submissionId)
    {
        var page = new RawPageDocument
        {
            RawId = "a.b",
            ArticleId = "a",
            SubmissionId = submissionId,
            Content = Encoding.UTF8.GetBytes("The harbour bridge was closed on Friday. " + string.Concat(Enumerable.Repeat("Engineers looked at its cables. ", 10))),
            Sha256 = "b",
            Charset = "utf-8",
            Language = "en",
            Title = "Harbour bridge closed",
            ReceivedAt = DateTimeOffset.UnixEpoch,
        };
        await store.Submissions.ReceiveAsync(new SubmissionDocument
        {
            SubmissionId = submissionId,
            MessageKey = submissionId,
            BodySha256 = "c",
            ReceivedAt = page.ReceivedAt,
            TraceId = new string('1', 32),
        });
        await store.RawPages.TryAddAsync(page);
        await store.Submissions.SetArticleAsync(submissionId, page.ArticleId, page.RawId);
    }

    private NewsMeshProcess StartWithSamples() => NewsMeshProcess.Start(
        "up", "--sample", "--urls", _http.BaseAddress!.ToString(), "--store", "sqlite:" + _folder["store.db"]);

    private async Task ReadyAsync(NewsMeshProcess process)
    {
        await process.SaysAsync("NewsMesh is up");
        Assert.Equal("ready", await _http.GetStringAsync("/health/ready"));
        await process.SaysAsync("sample articles submitted");
    }

    private Task ArticlesAsync(int count) => Eventually.TrueAsync(
        async () => await CountAsync() == count, Patience, $"{count} articles are listed");

    private async Task<int> CountAsync() => (await GetAsync("/articles?limit=100")).GetProperty("items").GetArrayLength();

    private async Task<JsonElement> GetAsync(string path) =>
        JsonSerializer.Deserialize<JsonElement>(await _http.GetStringAsync(path));
}
