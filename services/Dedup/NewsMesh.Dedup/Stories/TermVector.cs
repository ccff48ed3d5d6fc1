using System.Numerics;
using System.Runtime.Intrinsics;

namespace NewsMesh.Dedup.Stories;

/// <summary>A sparse vector over hashed terms, ascending by term.</summary>
/// <param name="Terms">Term hashes, ascending, distinct.</param>
/// <param name="Weights">One weight for each term, above zero.</param>
public sealed record TermVector(uint[] Terms, float[] Weights)
{
    /// <summary>Indices, the weightiest first; many comparisons ask for them.</summary>
    private int[]? _byWeight;

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

    /// <summary>
    /// The vector with length 1, its weights rounded to half precision, as they are stored; the empty one stays empty.
    /// </summary>
    public TermVector Normalized()
    {
        var norm = (float)Math.Sqrt(Dot(this));
        return norm > 0 ? new TermVector(Terms, Array.ConvertAll(Weights, weight => (float)(Half)(weight / norm))) : this;
    }

    /// <summary>Sum of the products of the weights of shared terms, in the order of the terms.</summary>
    /// <remarks>
    /// Each term is compared with eight of the other vector at once: going along both term by term takes twice the steps, and the
    /// processor cannot foretell which of the two goes on.
    /// </remarks>
    public double Dot(TermVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (mine, others) = (Terms, other.Terms);
        var (i, j, sum) = (0, 0, 0.0);
        while (i < mine.Length && j + Vector256<uint>.Count <= others.Length)
        {
            if (others[j + Vector256<uint>.Count - 1] < mine[i])
            {
                j += Vector256<uint>.Count;
                continue;
            }

            var equal = Vector256.Equals(Vector256.Create(others, j), Vector256.Create(mine[i])).ExtractMostSignificantBits();
            if (equal != 0)
                sum += Weights[i] * other.Weights[j + BitOperations.TrailingZeroCount(equal)];
            i++;
        }

        while (i < mine.Length && j < others.Length)
        {
            if (mine[i] == others[j])
                sum += Weights[i] * other.Weights[j];
            if (mine[i] < others[j])
                i++;
            else
                j++;
        }

        return sum;
    }

    /// <summary>Of the weight of the weightiest terms, the share of those that another vector has; a fifth where there are none.</summary>
    public double TopShareIn(TermVector other, int count)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (all, shared) = (0.0, 0.0);
        foreach (var i in (_byWeight ??= SortByWeight()).AsSpan(0, Math.Min(count, Terms.Length)))
        {
            all += Weights[i];
            shared += other.Terms.AsSpan().Contains(Terms[i]) ? Weights[i] : 0;
        }

        return (shared + 0.02) / (all + 0.1);
    }

    /// <summary>The weightiest terms of the sum of some vectors, as look-up keys.</summary>
    public static IReadOnlyList<long> TopOfSum(IEnumerable<TermVector> vectors, int limit)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var sum = new Dictionary<uint, float>();
        foreach (var vector in vectors)
        {
            for (var i = 0; i < vector.Terms.Length; i++)
                sum[vector.Terms[i]] = sum.GetValueOrDefault(vector.Terms[i]) + vector.Weights[i];
        }

        return [.. sum.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(limit).Select(pair => (long)pair.Key)];
    }

    private int[] SortByWeight() => [.. Enumerable.Range(0, Terms.Length).OrderByDescending(i => Weights[i]).ThenBy(i => Terms[i])];
}
