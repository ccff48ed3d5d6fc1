using System.Text;
using System.Text.Json;
using NewsMesh.AllInOne.Tests.Support;
using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.AllInOne.Tests;

[Collection(CommandLineTests.Name)]
public sealed class ProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_sample_is_accounted_for_and_the_same_again_is_unchanged_with_the_same_lines()
    {
        var samples = Path.Combine(Repository.Root, "services/AllInOne/Samples");
        string[] Arguments(string output) =>
            ["process", samples, "--store", "sqlite:" + _folder["store.db"], "--out", _folder[output], "--rejected", _folder["rejected.jsonl"]];

        var first = await NewsMeshCommand.RunAsync(Arguments("first.jsonl"));
        var rejected = _folder.ReadLines("rejected.jsonl");
        var second = await NewsMeshCommand.RunAsync(Arguments("second.jsonl"));

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("36 articles: 30 enriched, 1 unchanged, 0 superseded, 5 rejected", first.Errors, StringComparison.Ordinal);
        Assert.Equal(5, rejected.Count);
        Assert.All(rejected, r => Assert.False(string.IsNullOrEmpty(r.GetProperty("reason").GetString())));
        Assert.Contains("36 articles: 0 enriched, 31 unchanged, 0 superseded, 5 rejected", second.Errors, StringComparison.Ordinal);
        Assert.Equal(_folder.Read("first.jsonl"), _folder.Read("second.jsonl"));
    }

    [Fact]
    public async Task Lines_come_in_the_order_of_the_inputs_and_mentions_point_into_the_text()
    {
        var names = Enumerable.Range(0, 12).Select(i => $"{i:D2}").ToArray();
        foreach (var name in names)
        {
            _folder.Write($"in/{name}.txt", $"{Texts.Orchard} This is report {name} of the season from London. {(name == "03" ? string.Concat(Enumerable.Repeat(Texts.Harbour, 200)) : "")}");
        }

        await NewsMeshCommand.RunAsync("process", _folder["in"], "--out", _folder["out.jsonl"]);

        var lines = _folder.ReadLines("out.jsonl");
        Assert.Equal(names.Select(name => name + ".txt"), lines.Select(line => line.GetProperty("submissionId").GetString()));
        Assert.All(lines, line =>
        {
            var text = line.GetProperty("text").GetString()!;
            var mentions = line.GetProperty("entities").EnumerateArray().SelectMany(e => e.GetProperty("mentions").EnumerateArray()).ToArray();
            Assert.NotEmpty(mentions);
            Assert.All(mentions, m => Assert.Equal(
                m.GetProperty("text").GetString(), text[m.GetProperty("start").GetInt32()..m.GetProperty("end").GetInt32()]));
        });
    }

    [Fact]
    public async Task Each_bad_input_is_a_counted_rejection_and_the_good_ones_go_on()
    {
        _folder.Write("in/1-broken.html.gz", "This is no gzip.");
        _folder.Write("in/2-large.html", Texts.Page("Large", new string('x', 12 * 1024 * 1024)));
        _folder.Write("in/3-lines.jsonl", string.Join('\n',
            "{not json",
            "[]",
            "null",
            "",
            Submission(new string('i', 300), Texts.Orchard),
            Submission("good", Texts.Observatory)));
        _folder.Write("in/4-broken.jsonl.gz", "This is no gzip.");
        _folder.Write("in/5-latin.txt", Encoding.Latin1.GetBytes(Texts.Harbour + " Le caf\u00e9 a ferm\u00e9 \u00e0 midi, dit Ren\u00e9 Lef\u00e8vre."));

        var result = await NewsMeshCommand.RunAsync(
            "process", _folder["in"], "--strict", "--out", _folder["out.jsonl"], "--rejected", _folder["rejected.jsonl"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("9 articles: 2 enriched, 0 unchanged, 0 superseded, 7 rejected", result.Errors, StringComparison.Ordinal);
        Assert.Equal(
            ["1-broken.html.gz", "2-large.html", "3-lines.jsonl:1", "3-lines.jsonl:2", "3-lines.jsonl:3", new string('i', 300), "4-broken.jsonl.gz"],
            _folder.ReadLines("rejected.jsonl").Select(r => r.GetProperty("submissionId").GetString()));
        var lines = _folder.ReadLines("out.jsonl");
        Assert.Equal(["good", "5-latin.txt"], lines.Select(line => line.GetProperty("submissionId").GetString()));
        Assert.Contains("dit Ren\u00e9 Lef\u00e8vre", lines[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("rejected as too_large: 1", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_comes_twice_is_two_submissions_one_after_the_other()
    {
        var input = _folder.Write("in.jsonl", Submission("same", Texts.Harbour) + "\n" + Submission("same", Texts.Orchard) + "\n");

        var result = await NewsMeshCommand.RunAsync("process", input, "--out", _folder["out.jsonl"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("2 articles: ", result.Errors, StringComparison.Ordinal);
        Assert.Equal("same", _folder.ReadLines("out.jsonl")[0].GetProperty("submissionId").GetString());
    }

    [Theory]
    [InlineData("none")]
    [InlineData("none.html")]
    public async Task A_missing_path_is_one_line(string name) =>
        Assert.Contains($"{name}' does not exist", await NewsMeshCommand.FailAsync("process", _folder[name]), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_is_no_store_is_one_line()
    {
        var page = _folder.Write("a.html", Texts.Page("Bridge", Texts.Harbour));
        var store = _folder.Write("store.db", string.Concat(Enumerable.Repeat("This is no database. ", 500)));

        Assert.Contains("store.db", await NewsMeshCommand.FailAsync("process", page, "--store", "sqlite:" + store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_verb_or_option_is_one_line()
    {
        Assert.Contains("newsmesh --help", await NewsMeshCommand.FailAsync("prozess"), StringComparison.Ordinal);
        Assert.Contains("newsmesh --help", await NewsMeshCommand.FailAsync("up", "--nope"), StringComparison.Ordinal);
    }

    private static string Submission(string id, string text) => JsonSerializer.Serialize(new { id, text });
}
