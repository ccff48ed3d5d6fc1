using System.Text.Json;

namespace NewsMesh.Stripping.Training;

/// <summary>The segment metric: wanted and unwanted pieces of text, looked for in the answer with white space collapsed; F1 over all.</summary>
internal sealed class SegmentMetric
{
    private int _truePositives;
    private int _falsePositives;
    private int _falseNegatives;

    public double F1 => 2.0 * _truePositives / Math.Max(1, (2 * _truePositives) + _falsePositives + _falseNegatives);

    /// <summary>Adds a page.</summary>
    /// <returns>How many of its segments are wrong: wanted and missing, or unwanted and there.</returns>
    public int Add(JsonElement truth, string predicted)
    {
        var text = Squeeze(predicted);
        var wrongBefore = _falsePositives + _falseNegatives;
        foreach (var segment in truth.GetProperty("with").EnumerateArray())
        {
            if (text.Contains(Squeeze(segment.GetString()!), StringComparison.Ordinal))
                _truePositives++;
            else
                _falseNegatives++;
        }

        _falsePositives += truth.GetProperty("without").EnumerateArray()
            .Count(segment => text.Contains(Squeeze(segment.GetString()!), StringComparison.Ordinal));
        return _falsePositives + _falseNegatives - wrongBefore;
    }

    public override string ToString() => FormattableString.Invariant(
        $"F1 {F1:0.0000} (true positives {_truePositives}, false positives {_falsePositives}, false negatives {_falseNegatives})");

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
