namespace NewsMesh.Dedup.Stories;

/// <summary>A sparse vector over hashed terms, ascending by term.</summary>
/// <param name="Terms">Term hashes, ascending, distinct.</param>
/// <param name="Weights">One weight for each term, above zero.</param>
public sealed record TermVector(uint[] Terms, float[] Weights)
{
    public static TermVector Empty { get; } = new([], []);

    /// <summary>The weightiest terms of a bag, at most <paramref name="limit"/>; ties go to the smaller hash.</summary>
    public static TermVector Of(IEnumerable<KeyValuePair<uint, float>> weighted, int limit)
    {
        var kept = weighted
            .Where(pair => pair.Value > 0)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .Take(limit)
            .OrderBy(pair => pair.Key)
            .ToArray();
        return new TermVector(Array.ConvertAll(kept, pair => pair.Key), Array.ConvertAll(kept, pair => pair.Value));
    }

    /// <summary>The vector with length 1; the empty one stays empty.</summary>
    public TermVector Normalized()
    {
        var norm = (float)Length;
        return norm > 0 ? this with { Weights = Array.ConvertAll(Weights, weight => weight / norm) } : this;
    }

    public double Dot(TermVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (i, j, sum) = (0, 0, 0.0);
        while (i < Terms.Length && j < other.Terms.Length)
        {
            var (a, b) = (Terms[i], other.Terms[j]);
            if (a == b)
                sum += Weights[i] * other.Weights[j];
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return sum;
    }

    /// <summary>Euclidean length.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>Of the weight of the weightiest terms, the share of those that another vector has; a fifth where there are none.</summary>
    public double TopShareIn(TermVector other, int count)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (all, shared) = (0.0, 0.0);
        foreach (var i in Weightiest(count))
        {
            all += Weights[i];
            shared += Array.BinarySearch(other.Terms, Terms[i]) >= 0 ? Weights[i] : 0;
        }

        return (shared + 0.02) / (all + 0.1);
    }

    /// <summary>The sum of two vectors, cut to its weightiest terms.</summary>
    public TermVector Plus(TermVector other, int limit)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sum = new Dictionary<uint, float>(Terms.Length + other.Terms.Length);
        for (var i = 0; i < Terms.Length; i++)
            sum[Terms[i]] = Weights[i];
        for (var i = 0; i < other.Terms.Length; i++)
            sum[other.Terms[i]] = sum.GetValueOrDefault(other.Terms[i]) + other.Weights[i];
        return Of(sum, limit);
    }

    /// <summary>The weightiest terms, as look-up keys.</summary>
    public IReadOnlyList<long> Top(int limit) => [.. Weightiest(limit).Select(i => (long)Terms[i])];

    private IEnumerable<int> Weightiest(int limit) =>
        Enumerable.Range(0, Terms.Length).OrderByDescending(i => Weights[i]).ThenBy(i => Terms[i]).Take(limit);
}
