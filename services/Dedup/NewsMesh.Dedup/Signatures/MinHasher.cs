using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// MinHash (Broder 1997): for each of a number of random permutations the smallest image of a set. The share of equal
/// minima of two sets estimates their Jaccard similarity without bias, with standard deviation
/// sqrt(J (1 - J) / permutations). A permutation here is x → a·x + b modulo 2^32 with odd a, over well-mixed hashes.
/// </summary>
public sealed class MinHasher
{
    private readonly uint[] _multipliers;
    private readonly uint[] _offsets;

    /// <param name="permutations">Number of minima; a multiple of 16 keeps every lane of any SIMD width in use.</param>
    /// <param name="seed">The same seed gives the same permutations, on every machine.</param>
    public MinHasher(int permutations, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        _multipliers = new uint[permutations];
        _offsets = new uint[permutations];
        for (var i = 0; i < permutations; i++)
        {
            var random = RollingHash.Mix(seed + (ulong)i + 1);
            _multipliers[i] = (uint)random | 1;
            _offsets[i] = (uint)(random >> 32);
        }
    }

    /// <summary>The minima of a set of 32-bit hashes; all <see cref="uint.MaxValue"/> for the empty set.</summary>
    public uint[] Minima(ReadOnlySpan<uint> hashes)
    {
        var minima = new uint[_multipliers.Length];
        Array.Fill(minima, uint.MaxValue);
        var lanes = Vector<uint>.Count;
        var whole = minima.Length - (minima.Length % lanes);
        var multipliers = MemoryMarshal.Cast<uint, Vector<uint>>(_multipliers.AsSpan(0, whole));
        var offsets = MemoryMarshal.Cast<uint, Vector<uint>>(_offsets.AsSpan(0, whole));
        var vectors = MemoryMarshal.Cast<uint, Vector<uint>>(minima.AsSpan(0, whole));
        for (var v = 0; v < vectors.Length; v++)
        {
            var (a, b, least) = (multipliers[v], offsets[v], vectors[v]);
            foreach (var hash in hashes)
                least = Vector.Min(least, (a * hash) + b);
            vectors[v] = least;
        }

        for (var i = whole; i < minima.Length; i++)
        {
            foreach (var hash in hashes)
                minima[i] = Math.Min(minima[i], (_multipliers[i] * hash) + _offsets[i]);
        }

        return minima;
    }

    /// <summary>Share of equal minima, 0 to 1: the estimate of the Jaccard similarity of the two sets.</summary>
    public static double EstimateJaccard(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Length, b.Length);
        var equal = 0;
        for (var i = 0; i < a.Length; i++)
            equal += a[i] == b[i] ? 1 : 0;
        return a.Length == 0 ? 0 : (double)equal / a.Length;
    }
}
