using System.Text.RegularExpressions;

namespace NewsMesh.Stripping.Tests.Quality;

/// <summary>
/// The full-text metric of the article-extraction benchmark: multisets of 4-grams of word tokens per page; precision and recall averaged
/// over pages, F1 of the two averages. A page without predicted grams counts for recall only.
/// </summary>
internal sealed partial class TextMetric
{
    private const int Gram = 4;

    private readonly List<double> _precision = [];
    private readonly List<double> _recall = [];

    public double F1
    {
        get
        {
            var (precision, recall) = (_precision.DefaultIfEmpty().Average(), _recall.DefaultIfEmpty().Average());
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    public void Add(string truth, string predicted)
    {
        var (wanted, found) = (Grams(truth), Grams(predicted));
        var both = wanted.Sum(gram => Math.Min(gram.Value, found.GetValueOrDefault(gram.Key)));
        if (found.Count > 0)
            _precision.Add((double)both / found.Values.Sum());
        if (wanted.Count > 0)
            _recall.Add((double)both / wanted.Values.Sum());
    }

    private static Dictionary<string, int> Grams(string text)
    {
        var tokens = Word().Matches(text).Select(m => m.Value).ToArray();
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        if (tokens.Length == 0)
            return grams;
        for (var i = 0; i == 0 || i + Gram <= tokens.Length; i++)
        {
            var gram = string.Join(' ', tokens.Skip(i).Take(Gram));
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }

    // Python's \w: letters and numbers of any kind, and the underscore; no combining marks, unlike .NET's.
    [GeneratedRegex(@"[\p{L}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
