namespace NewsMesh.Dedup.Tests.Quality;

/// <summary>
/// How well clusters agree with the truth: the adjusted Rand index (Hubert and Arabie 1985) and the BCubed F1 (Bagga and
/// Baldwin 1998).
/// </summary>
internal sealed record ClusterScores(double Ari, double BCubedF1)
{
    public static ClusterScores Of(IReadOnlyDictionary<string, string> truth, IReadOnlyDictionary<string, string> predicted)
    {
        var cells = truth.CountBy(pair => (True: pair.Value, Predicted: predicted[pair.Key])).ToDictionary();
        var rows = truth.CountBy(pair => pair.Value).ToDictionary();
        var columns = truth.CountBy(pair => predicted[pair.Key]).ToDictionary();

        double Pairs(long n) => n * (n - 1) / 2.0;
        var both = cells.Values.Sum(n => Pairs(n));
        var (a, b) = (rows.Values.Sum(n => Pairs(n)), columns.Values.Sum(n => Pairs(n)));
        var expected = a * b / Pairs(truth.Count);

        var precision = cells.Sum(cell => (double)cell.Value * cell.Value / columns[cell.Key.Predicted]) / truth.Count;
        var recall = cells.Sum(cell => (double)cell.Value * cell.Value / rows[cell.Key.True]) / truth.Count;
        return new ClusterScores((both - expected) / (((a + b) / 2) - expected), 2 * precision * recall / (precision + recall));
    }
}
