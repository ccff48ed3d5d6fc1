using NewsMesh.AllInOne.Tests.Support;

namespace NewsMesh.AllInOne.Tests;

[Collection(CommandLineTests.Name)]
public sealed class StripTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_file_gives_one_text_under_its_name_without_known_endings()
    {
        _folder.Write("in/harbour.v2.html", Texts.Page("Bridge stays open", Texts.Harbour));
        _folder.WritePacked("in/orchard.HTM.gz", Texts.Page("Cider season", Texts.Orchard));
        _folder.Write("in/sub/observatory.txt", "Home | Sport | Weather\n\n" + Texts.Observatory + "\n\nLeave a comment");
        _folder.Write("in/notes.json", "{}");

        var result = await NewsMeshCommand.RunAsync("strip", _folder["in"], "--out", _folder["pred.json"]);

        Assert.Equal(0, result.ExitCode);
        var texts = _folder.ReadMap("pred.json");
        Assert.Equal(["harbour.v2", "orchard", "sub/observatory"], texts.Select(t => t.Key));
        Assert.All(texts, t => Assert.DoesNotContain("Weather", t.Value, StringComparison.Ordinal));
        Assert.Contains("bearings could be replaced", texts[0].Value, StringComparison.Ordinal);
        Assert.Contains("forty farms", texts[1].Value, StringComparison.Ordinal);
        Assert.Contains("aged fourteen to seventeen", texts[2].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_output_is_the_same_bytes_each_time()
    {
        for (var i = 0; i < 20; i++)
        {
            _folder.Write($"in/{i}.html", Texts.Page($"Bridge {i}", Texts.Harbour + i));
        }

        await NewsMeshCommand.RunAsync("strip", _folder["in"], "--out", _folder["first.json"]);
        await NewsMeshCommand.RunAsync("strip", _folder["in"], "--out", _folder["second.json"]);

        Assert.Equal(_folder.Read("first.json"), _folder.Read("second.json"));
    }

    [Fact]
    public async Task A_page_is_read_in_its_own_charset()
    {
        var page = Texts.Page("Caf\u00e9", Texts.Harbour + " Le caf\u00e9 a ferm\u00e9 \u00e0 midi.")
            .Replace("utf-8", "windows-1252", StringComparison.Ordinal);
        _folder.Write("page.html", System.Text.Encoding.Latin1.GetBytes(page));

        await NewsMeshCommand.RunAsync("strip", _folder["page.html"], "--out", _folder["pred.json"]);

        Assert.Contains("Le caf\u00e9 a ferm\u00e9 \u00e0 midi.", Assert.Single(_folder.ReadMap("pred.json")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_block_is_explained_on_the_terminal_and_in_a_report_of_its_own()
    {
        var page = _folder.Write("page.html", Texts.Page("Bridge <b>stays</b> open", Texts.Harbour + "<p>Follow us on Facebook</p>"));

        var listing = await NewsMeshCommand.RunAsync("strip", "--explain", page);
        var report = await NewsMeshCommand.RunAsync("strip", "--explain", page, "--out", _folder["report.html"]);

        Assert.Equal((0, 0), (listing.ExitCode, report.ExitCode));
        var dropped = Assert.Single(listing.Output.Split('\n'), line => line.Contains("Follow us on Facebook", StringComparison.Ordinal));
        Assert.StartsWith("-", dropped, StringComparison.Ordinal);
        Assert.Contains("phrase", dropped, StringComparison.Ordinal);
        var html = _folder.Read("report.html");
        Assert.Contains("<tr class=\"dropped\"><td>dropped</td><td>phrase</td>", html, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"kept\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_one_page_is_explained_at_a_time()
    {
        var pages = new[] { _folder.Write("a.html", Texts.Page("Bridge", Texts.Harbour)), _folder.Write("b.html", Texts.Page("Cider", Texts.Orchard)) };

        var error = await NewsMeshCommand.FailAsync(["strip", "--explain", .. pages]);

        Assert.Contains("one page", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_refused_rather_than_one_of_them_lost()
    {
        var html = _folder.Write("a.html", Texts.Page("Bridge", Texts.Harbour));
        var text = _folder.Write("a.txt", Texts.Harbour);

        Assert.Contains("would both be named 'a'", await NewsMeshCommand.FailAsync("strip", html, text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_gzip_is_named_in_one_line()
    {
        var broken = _folder.Write("a.html.gz", "This is no gzip.");

        var line = await NewsMeshCommand.FailAsync("strip", broken, "--out", _folder["pred.json"]);

        Assert.Contains("a.html.gz", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submissions_are_no_pages()
    {
        var line = await NewsMeshCommand.FailAsync("strip", _folder.Write("a.jsonl", "{}"));

        Assert.Contains("none of the known endings", line, StringComparison.Ordinal);
    }
}
