using System.Text.Json;
using NewsMesh.Stripping.Training;

namespace NewsMesh.Stripping.Tests.Quality;

/// <summary>The metrics, on examples counted by hand.</summary>
public sealed class MetricTests
{
    [Fact]
    public void Four_word_runs_are_compared_as_multisets()
    {
        var metric = new TextMetric();
        // Truth has the runs abcd, bcde; the answer has abcd, bcdx, cdxy: one in common.
        metric.Add("a b c d e", "a b c d x y");
        Assert.Equal(2 * (1 / 3.0) * 0.5 / ((1 / 3.0) + 0.5), metric.F1, 9);
    }

    [Fact]
    public void An_empty_answer_costs_recall_only()
    {
        var metric = new TextMetric();
        metric.Add("a b c d", "a b c d");
        metric.Add("a b c d", "");
        Assert.Equal(2 * 1 * 0.5 / 1.5, metric.F1, 9);
    }

    [Fact]
    public void Segments_are_found_whatever_the_white_space()
    {
        var metric = new SegmentMetric();
        var truth = JsonSerializer.Deserialize<JsonElement>("""{"with":["one  two","four"],"without":["three","five"]}""");
        metric.Add(truth, "one\ntwo three");
        Assert.Equal(0.5, metric.F1, 9);
    }
}
