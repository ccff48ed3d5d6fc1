namespace NewsMesh.Dedup.Stories;

/// <summary>Agglomerative clustering by average linkage (UPGMA: Sokal and Michener 1958).</summary>
internal static class AverageLinkage
{
    /// <summary>
    /// Joins the two groups with the highest average score until none reaches the threshold; ties go to the groups that
    /// begin first. Cubic time, for a hundred items or so.
    /// </summary>
    /// <param name="scores">Symmetric, items by items.</param>
    /// <param name="linked">Pairs of items that share a group whatever their scores.</param>
    /// <param name="threshold">Least average score that joins.</param>
    /// <returns>The groups by their first item; items ascending.</returns>
    public static IReadOnlyList<int[]> Cluster(double[,] scores, IEnumerable<(int, int)> linked, double threshold)
    {
        var average = (double[,])scores.Clone();
        var groups = Enumerable.Range(0, scores.GetLength(0)).Select(item => new List<int> { item }).ToArray();
        foreach (var (a, b) in linked)
        {
            var (one, other) = (Array.FindIndex(groups, group => group.Contains(a)), Array.FindIndex(groups, group => group.Contains(b)));
            if (one != other)
                Join(average, groups, Math.Min(one, other), Math.Max(one, other));
        }

        while (FindClosest(average, groups) is var (i, j, best) && best >= threshold)
            Join(average, groups, i, j);
        return [.. groups.Where(group => group.Count > 0).Select(group => group.Order().ToArray())];
    }

    private static (int I, int J, double Score) FindClosest(double[,] average, List<int>[] groups)
    {
        var found = (-1, -1, double.NegativeInfinity);
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i].Count == 0)
                continue;
            for (var j = i + 1; j < groups.Length; j++)
            {
                if (groups[j].Count > 0 && average[i, j] > found.Item3)
                    found = (i, j, average[i, j]);
            }
        }

        return found;
    }

    private static void Join(double[,] average, List<int>[] groups, int into, int from)
    {
        var (a, b) = (groups[into].Count, groups[from].Count);
        for (var k = 0; k < groups.Length; k++)
            average[into, k] = average[k, into] = ((average[into, k] * a) + (average[from, k] * b)) / (a + b);
        groups[into].AddRange(groups[from]);
        groups[from].Clear();
    }
}
