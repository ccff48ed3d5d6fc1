using System.Text.Json;

namespace NewsMesh.Stripping.Tests.Quality;

/// <summary>The segment metric: wanted and unwanted pieces of text, looked for in the answer with white space collapsed; F1 over all.</summary>
internal sealed class SegmentMetric
{
    private int _truePositives;
    private int _falsePositives;
    private int _falseNegatives;

    public double F1 => 2.0 * _truePositives / Math.Max(1, (2 * _truePositives) + _falsePositives + _falseNegatives);

    public void Add(JsonElement truth, string predicted)
    {
        var text = Squeeze(predicted);
        foreach (var segment in truth.GetProperty("with").EnumerateArray())
        {
            if (text.Contains(Squeeze(segment.GetString()!), StringComparison.Ordinal))
                _truePositives++;
            else
                _falseNegatives++;
        }

        _falsePositives += truth.GetProperty("without").EnumerateArray()
            .Count(segment => text.Contains(Squeeze(segment.GetString()!), StringComparison.Ordinal));
    }

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
