using System.Text.Json;
using NewsMesh.AllInOne.Tests.Support;

namespace NewsMesh.AllInOne.Tests;

[Collection(CommandLineTests.Name)]
public sealed class ExplainTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_copy_is_explained_with_the_passages_it_shares()
    {
        var whole = _folder.Write("whole.txt", Texts.Harbour);
        var cut = _folder.Write("copy.html", Texts.Page("Old bridge", Texts.Harbour + " A reader says that this was high time, and others agree."));

        var result = await NewsMeshCommand.RunAsync("explain", whole, cut);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Copies of one text", result.Output, StringComparison.Ordinal);
        Assert.Contains("Engineers had asked for it to be closed in October", result.Output, StringComparison.Ordinal);
        Assert.Contains("One story", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_with_nothing_in_common_are_explained_so()
    {
        var a = _folder.Write("a.txt", Texts.Harbour);
        var b = _folder.Write("b.txt", Texts.Orchard);

        var result = await NewsMeshCommand.RunAsync("explain", a, b);

        Assert.Contains("Not copies of one text: unrelated.", result.Output, StringComparison.Ordinal);
        Assert.Contains("No passage is shared.", result.Output, StringComparison.Ordinal);
        Assert.Contains("Not one story", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 of 16 shared", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stored_articles_are_explained_with_their_places()
    {
        var lines = string.Concat(new[] { Texts.Harbour, Texts.Harbour + " Walkers were pleased to hear of it." }.Select((text, i) =>
            JsonSerializer.Serialize(new { id = $"s{i}", url = $"https://outlet{i}.example/bridge", title = "Bridge stays open", text }) + "\n"));
        var store = "sqlite:" + _folder["news.db"];
        await NewsMeshCommand.RunAsync("process", _folder.Write("in.jsonl", lines), "--store", store, "--out", _folder["out.jsonl"]);
        var ids = _folder.ReadLines("out.jsonl").Select(line => line.GetProperty("articleId").GetString()!).ToArray();

        var result = await NewsMeshCommand.RunAsync("explain", ids[0], ids[1], "--store", store);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("in the store: unique, first of its cluster", result.Output, StringComparison.Ordinal);
        Assert.Contains("in the store: near of ", result.Output, StringComparison.Ordinal);
        Assert.Contains("In the store they are in one story.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_one_JSON_object()
    {
        var a = _folder.Write("a.txt", Texts.Harbour);
        using var process = NewsMeshProcess.Start("explain", a, a, "--json");
        Assert.Equal(0, await process.EndAsync());

        using var json = JsonDocument.Parse(Assert.Single(process.Output));
        Assert.Equal("exact", json.RootElement.GetProperty("duplicate").GetProperty("status").GetString());
        Assert.Equal("identical", json.RootElement.GetProperty("duplicate").GetProperty("reason").GetString());
        Assert.Equal(16, json.RootElement.GetProperty("duplicate").GetProperty("sharedBands").GetInt32());
        Assert.True(json.RootElement.GetProperty("story").GetProperty("wouldJoin").GetBoolean());
        Assert.True(json.RootElement.GetProperty("passages")[0].GetProperty("words").GetInt32() > 40);
    }

    [Fact]
    public async Task What_is_neither_file_nor_article_is_one_line()
    {
        var a = _folder.Write("a.txt", Texts.Harbour);
        Assert.Contains(
            "There is no store", await NewsMeshCommand.FailAsync("explain", a, "no-such-id", "--store", "sqlite:" + _folder["none.db"]), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["none.db"]));
        await NewsMeshCommand.RunAsync("process", a, "--store", "sqlite:" + _folder["news.db"], "--out", _folder["out.jsonl"]);
        Assert.Contains(
            "'no-such-id' is neither a file nor an article",
            await NewsMeshCommand.FailAsync("explain", a, "no-such-id", "--store", "sqlite:" + _folder["news.db"]),
            StringComparison.Ordinal);
        var many = _folder.Write("many.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
        Assert.Contains("more than one article", await NewsMeshCommand.FailAsync("explain", a, many), StringComparison.Ordinal);
    }
}
