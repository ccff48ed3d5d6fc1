using NewsMesh.AllInOne.Tests.Support;

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
    public async Task A_missing_file_is_one_line() =>
        Assert.Contains("does not exist", await NewsMeshCommand.FailAsync("entities", _folder["none.tsv"]), StringComparison.Ordinal);

    private static IEnumerable<string> Column(string text, int column) => text.Split('\n').Select(line => line.Split('\t')[column]);
}
