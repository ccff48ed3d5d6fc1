namespace NewsMesh.Entities.Tests.Quality;

/// <summary>Entity-level scores: an entity counts when type and both ends agree (CoNLL-2003).</summary>
internal sealed class EntityScore
{
    private readonly Dictionary<string, int[]> _counts = new() { ["all"] = new int[3] };

    public void Add(IReadOnlyList<string[]> gold, IReadOnlyList<string[]> predicted)
    {
        foreach (var (goldTags, predictedTags) in gold.Zip(predicted))
        {
            var (g, p) = (Spans(goldTags), Spans(predictedTags));
            Count(0, g);
            Count(1, p);
            Count(2, g.Intersect(p));
        }
    }

    /// <summary>F1 in percent for a type, or for "all".</summary>
    public double F1(string type)
    {
        var counts = _counts.GetValueOrDefault(type, [0, 0, 0]);
        return counts[0] + counts[1] == 0 ? 0 : 200.0 * counts[2] / (counts[0] + counts[1]);
    }

    private void Count(int which, IEnumerable<(string Type, int, int)> spans)
    {
        foreach (var (type, _, _) in spans)
        {
            _counts.TryAdd(type, new int[3]);
            _counts[type][which]++;
            _counts["all"][which]++;
        }
    }

    private static HashSet<(string Type, int Start, int End)> Spans(string[] tags)
    {
        var spans = new HashSet<(string, int, int)>();
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i].StartsWith("B-", StringComparison.Ordinal))
            {
                var end = i + 1;
                while (end < tags.Length && tags[end] == "I-" + tags[i][2..])
                {
                    end++;
                }

                spans.Add((tags[i][2..], i, end));
            }
        }

        return spans;
    }
}
