using System.Text.Json;
using NewsMesh.Stripping.Training;

namespace NewsMesh.Stripping.Tests.Quality;

/// <summary>Extraction quality only goes up: a change that lowers a figure below its floor fails. A floor is lowered in
/// <c>floors.json</c> alone, with the reason in the same commit.</summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, double> Floors =
        JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "floors.json")))!;

    private readonly ArticleStripper _stripper = new();

    [Fact]
    public void Our_own_pages_keep_their_floor()
    {
        var metric = new TextMetric();
        foreach (var golden in GoldenCase.Names.Select(GoldenCase.Read))
            metric.Add(string.Join("\n\n", golden.Expected.Text), _stripper.Strip(golden.Request).Text);
        AssertFloor("cases", metric.F1);
    }

    [BenchFact]
    public void Full_texts_from_pages_keep_their_floor()
    {
        var metric = new TextMetric();
        foreach (var (id, truth) in Bench.Truth("scrapinghub"))
            metric.Add(truth.GetProperty("articleBody").GetString()!, Html(Bench.Read("scrapinghub", "pages", id + ".html.gz"), truth));
        AssertFloor("scrapinghub", metric.F1);
    }

    [BenchFact]
    public void Full_texts_from_plain_text_keep_their_floor()
    {
        var metric = new TextMetric();
        foreach (var (id, truth) in Bench.Truth("scrapinghub"))
        {
            var text = _stripper.Strip(new StripRequest { Text = Bench.Read("scrapinghub", "text", id + ".txt.gz") }).Text;
            metric.Add(truth.GetProperty("articleBody").GetString()!, text);
        }

        AssertFloor("text", metric.F1);
    }

    [BenchFact]
    public void Segments_keep_their_floor()
    {
        var metric = new SegmentMetric();
        foreach (var truth in Bench.Truth("segments").Values)
            metric.Add(truth, Html(Bench.Read("segments", "pages", truth.GetProperty("file").GetString()!), truth));
        AssertFloor("segments", metric.F1);
    }

    private string Html(string page, JsonElement truth) =>
        _stripper.Strip(new StripRequest { Html = page, Url = truth.GetProperty("url").GetString() }).Text;

    private static void AssertFloor(string name, double figure) =>
        Assert.True(figure >= Floors[name], FormattableString.Invariant($"{name}: F1 {figure:0.0000} is below the floor {Floors[name]:0.0000}"));
}
