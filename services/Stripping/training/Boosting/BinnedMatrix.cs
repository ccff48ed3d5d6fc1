namespace NewsMesh.Stripping.Training.Boosting;

/// <summary>Feature values as bins between quantiles: what the histogram method of tree growing works on.</summary>
internal sealed class BinnedMatrix
{
    public const int Bins = 64;

    public BinnedMatrix(IReadOnlyList<float[]> rows)
    {
        Rows = rows.Count;
        Features = rows[0].Length;
        Columns = new byte[Features][];
        Thresholds = new float[Features][];
        for (var feature = 0; feature < Features; feature++)
        {
            var column = new float[Rows];
            for (var row = 0; row < Rows; row++)
                column[row] = rows[row][feature];
            Thresholds[feature] = Cuts(column);
            Columns[feature] = [.. column.Select(value => Bin(Thresholds[feature], value))];
        }
    }

    public int Rows { get; }

    public int Features { get; }

    /// <summary>Bins by feature, then row.</summary>
    public byte[][] Columns { get; }

    /// <summary>Upper bounds of all bins but the last, by feature.</summary>
    public float[][] Thresholds { get; }

    private static byte Bin(float[] cuts, float value)
    {
        var at = Array.BinarySearch(cuts, value);
        return (byte)(at >= 0 ? at : ~at);
    }

    // Half-way between two values that occur, so that what a threshold parts is not on it.
    private static float[] Cuts(float[] column)
    {
        var sorted = (float[])column.Clone();
        Array.Sort(sorted);
        var cuts = new List<float>();
        for (var i = 1; i < Bins; i++)
        {
            var at = (int)((long)i * sorted.Length / Bins);
            Add(cuts, sorted, at);
        }

        // Rare values of a feature that is nearly constant are no quantile.
        if (cuts.Count < Bins / 2)
        {
            foreach (var at in Enumerable.Range(1, sorted.Length - 1).Where(i => sorted[i] != sorted[i - 1]).Take(Bins / 2))
                Add(cuts, sorted, at);
        }

        return [.. cuts.Distinct().Order().Take(Bins - 1)];
    }

    private static void Add(List<float> cuts, float[] sorted, int at)
    {
        while (at > 0 && at < sorted.Length && sorted[at] == sorted[at - 1])
            at++;
        if (at > 0 && at < sorted.Length)
            cuts.Add((sorted[at] + sorted[at - 1]) / 2);
    }
}
