using System.Text.Json;
using NewsMesh.AllInOne.Processing;
using NewsMesh.AllInOne.Tests.Support;
using NewsMesh.Entities;
using Spectre.Console;

namespace NewsMesh.AllInOne.Tests;

[Collection(CommandLineTests.Name)]
public sealed class EntitiesTests : IDisposable
{
    private const string Tagged =
        "-DOCSTART-\tO\n\nBill\tO\nClinton\tO\nvisited\tO\nLondon\tO\non\tO\nTuesday\tO\n.\tO\n\n-DOCSTART-\tO\n\nRain\tO\nfell\tO\n.\tO\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lines_stay_and_tags_are_predicted()
    {
        var input = _folder.Write("in.tsv", Tagged);

        var result = await NewsMeshCommand.RunAsync("entities", input, "--out", _folder["pred.tsv"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Column(Tagged, 0), Column(_folder.Read("pred.tsv"), 0));
        var lines = _folder.Read("pred.tsv").Split('\n');
        Assert.Equal(["Bill\tB-PER", "Clinton\tI-PER"], lines[2..4]);
        Assert.Equal("London\tB-LOC", lines[5]);
        Assert.Equal("Rain\tO", lines[12]);
        Assert.Contains("2 sentences, 10 tokens", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_a_tab_is_named_by_its_number()
    {
        var input = _folder.Write("in.tsv", "London\tO\nbroken\n");

        var line = await NewsMeshCommand.FailAsync("entities", input, "--out", _folder["pred.tsv"]);

        Assert.Contains("Line 2", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_gives_entities_as_JSON_whose_mentions_are_places_in_the_text()
    {
        var input = _folder.Write("in.txt", "Bill Clinton’s visit to London\n\nMr Clinton arrived in London on Tuesday. 😀 Clinton will meet the Bank of England.");

        var result = await NewsMeshCommand.RunAsync("entities", "--text", input, "--out", _folder["out.json"]);

        Assert.Equal(0, result.ExitCode);
        using var json = JsonDocument.Parse(_folder.Read("out.json"));
        var text = json.RootElement.GetProperty("text").GetString()!;
        var entities = json.RootElement.GetProperty("entities").EnumerateArray().ToList();
        var clinton = Assert.Single(entities, e => e.GetProperty("name").GetString() == "Bill Clinton");
        Assert.Equal("PERSON", clinton.GetProperty("type").GetString());
        Assert.Equal(3, clinton.GetProperty("mentions").GetArrayLength());
        Assert.All(entities.SelectMany(e => e.GetProperty("mentions").EnumerateArray()), m => Assert.Equal(
            m.GetProperty("text").GetString(), text[m.GetProperty("start").GetInt32()..m.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public void On_a_terminal_the_text_is_shown_whole_and_without_control_characters()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        RecognizedEntity london = new()
        {
            Type = EntityTypes.Location,
            Name = "London",
            Salience = 0.5,
            Mentions = [new EntityMention { Start = 3, End = 9, Text = "London", Confidence = 0.9 }],
        };

        EntityView.Write(console, "In London [today]\u001b[2J.", [london]);

        var shown = output.ToString();
        Assert.Matches("In \u001b\\[[0-9;]*mLondon\u001b\\[0m \\[today\\]", shown);
        Assert.DoesNotContain("\u001b[2J", shown, StringComparison.Ordinal);
        Assert.Contains("LOCATION", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("none.ner")]
    public async Task A_missing_model_is_one_line(string model)
    {
        var input = _folder.Write("in.tsv", Tagged);

        Assert.Contains("There is no model file", await NewsMeshCommand.FailAsync("entities", input, "--model", model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_one_line() =>
        Assert.Contains("does not exist", await NewsMeshCommand.FailAsync("entities", _folder["none.tsv"]), StringComparison.Ordinal);

    private static IEnumerable<string> Column(string text, int column) => text.Split('\n').Select(line => line.Split('\t')[column]);
}
