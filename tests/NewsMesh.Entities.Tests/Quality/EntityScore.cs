namespace NewsMesh.Entities.Tests.Quality;

/// <summary>Entity-level scores: a name counts when type and both ends agree (CoNLL-2003).</summary>
internal sealed class EntityScore
{
    private readonly Dictionary<string, int[]> _counts = new() { ["all"] = new int[3] };

    /// <summary>Adds one document. Places are tokens or characters, the same in both.</summary>
    public void Add(IEnumerable<(string Type, int First, int End)> gold, IEnumerable<(string Type, int First, int End)> predicted)
    {
        var (expected, found) = (gold.ToHashSet(), predicted.ToHashSet());
        Count(0, expected);
        Count(1, found);
        Count(2, expected.Intersect(found));
    }

    public void Add(IEnumerable<NameSpan> gold, IEnumerable<NameSpan> predicted) =>
        Add(gold.Select(n => (n.Type, n.First, n.End)), predicted.Select(n => (n.Type, n.First, n.End)));

    /// <summary>F1 in percent for a type, or for "all".</summary>
    public double F1(string type)
    {
        var counts = _counts.GetValueOrDefault(type, [0, 0, 0]);
        return counts[0] + counts[1] == 0 ? 0 : 200.0 * counts[2] / (counts[0] + counts[1]);
    }

    private void Count(int which, IEnumerable<(string Type, int First, int End)> names)
    {
        foreach (var (type, _, _) in names)
        {
            _counts.TryAdd(type, new int[3]);
            _counts[type][which]++;
            _counts["all"][which]++;
        }
    }
}
