using System.Text.Json;
using NewsMesh.AllInOne.Tests.Support;

namespace NewsMesh.AllInOne.Tests;

[Collection(CommandLineTests.Name)]
public sealed class GroupingTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string> Verbs => ["dedup", "stories"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Equal_articles_share_a_group_and_others_do_not(string verb)
    {
        var input = _folder.WritePacked("in.jsonl.gz", Lines(
            ("first", Texts.Harbour), ("other", Texts.Orchard), ("copy", Texts.Harbour), ("third", Texts.Observatory)));

        var result = await NewsMeshCommand.RunAsync(verb, input, "--out", _folder["pred.json"]);

        Assert.Equal(0, result.ExitCode);
        var groups = _folder.ReadMap("pred.json");
        Assert.Equal(["first", "other", "copy", "third"], groups.Select(g => g.Key));
        Assert.Equal(groups[0].Value, groups[2].Value);
        Assert.Equal(3, groups.Select(g => g.Value).Distinct().Count());
        Assert.Contains("4 articles, 3 ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task An_id_that_comes_twice_has_one_group(string verb)
    {
        var input = _folder.Write("in.jsonl", Lines(("a", Texts.Harbour), ("a", Texts.Orchard), ("b", Texts.Harbour)));

        await NewsMeshCommand.RunAsync(verb, input, "--out", _folder["pred.json"]);

        var groups = _folder.ReadMap("pred.json");
        Assert.Equal(["a", "b"], groups.Select(g => g.Key));
        Assert.Equal(groups[0].Value, groups[1].Value);
    }

    [Theory]
    [InlineData("not json", "in.jsonl:2")]
    [InlineData("{\"title\":\"no id\"}", "in.jsonl:2")]
    [InlineData("{\"id\":\"x\",\"publishedAt\":\"yesterday\"}", "in.jsonl:2")]
    [InlineData("null", "in.jsonl:2")]
    public async Task A_bad_line_is_named_by_its_number(string line, string place)
    {
        var input = _folder.Write("in.jsonl", Lines(("a", Texts.Harbour)) + line + "\n");

        Assert.Contains(place, await NewsMeshCommand.FailAsync("dedup", input, "--out", _folder["pred.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_may_have_nothing_but_its_id()
    {
        var input = _folder.Write("in.jsonl", "{\"id\":\"a\"}\n\n{\"id\":\"b\",\"title\":null,\"text\":null}\n");

        var result = await NewsMeshCommand.RunAsync("stories", input, "--out", _folder["pred.json"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["a", "b"], _folder.ReadMap("pred.json").Select(g => g.Key));
    }

    [Fact]
    public async Task A_missing_file_is_one_line() =>
        Assert.Contains("does not exist", await NewsMeshCommand.FailAsync("dedup", _folder["none.jsonl"]), StringComparison.Ordinal);

    private static string Lines(params (string Id, string Text)[] articles) => string.Concat(articles.Select((a, i) =>
        JsonSerializer.Serialize(new { id = a.Id, title = a.Text[..40], text = a.Text, publishedAt = $"2026-03-01T0{i}:00:00Z", source = $"outlet {i}" }) + "\n"));
}
