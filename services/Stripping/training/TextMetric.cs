namespace NewsMesh.Stripping.Training;

/// <summary>
/// The full-text metric of the article-extraction benchmark: multisets of 4-grams of word tokens per page; precision and recall averaged
/// over pages, F1 of the two averages. A page without predicted grams counts for recall only.
/// </summary>
internal sealed class TextMetric
{
    private const int Gram = 4;

    private readonly List<double> _precision = [];
    private readonly List<double> _recall = [];
    private int _exact;
    private int _pages;

    public double F1 => Harmonic(Precision, Recall);

    public double Precision => _precision.DefaultIfEmpty().Average();

    public double Recall => _recall.DefaultIfEmpty().Average();

    /// <summary>Share of the pages whose tokens are exactly the true ones.</summary>
    public double Exact => _pages == 0 ? 0 : (double)_exact / _pages;

    /// <summary>Adds a page.</summary>
    /// <returns>The page's own F1.</returns>
    public double Add(string truth, string predicted)
    {
        var (trueTokens, tokens) = (Tokens.Of(truth), Tokens.Of(predicted));
        var (wanted, found) = (Grams(trueTokens), Grams(tokens));
        var both = wanted.Sum(gram => Math.Min(gram.Value, found.GetValueOrDefault(gram.Key)));
        var precision = found.Count > 0 ? (double)both / found.Values.Sum() : 0;
        var recall = wanted.Count > 0 ? (double)both / wanted.Values.Sum() : 0;
        if (found.Count > 0)
            _precision.Add(precision);
        if (wanted.Count > 0)
            _recall.Add(recall);
        _pages++;
        if (trueTokens.SequenceEqual(tokens))
            _exact++;
        return Harmonic(precision, recall);
    }

    public override string ToString() =>
        FormattableString.Invariant($"F1 {F1:0.0000} precision {Precision:0.0000} recall {Recall:0.0000} exact {Exact:0.000} ({_pages} pages)");

    private static double Harmonic(double a, double b) => a + b == 0 ? 0 : 2 * a * b / (a + b);

    private static Dictionary<string, int> Grams(string[] tokens)
    {
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
}
