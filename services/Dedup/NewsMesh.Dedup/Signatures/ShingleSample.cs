using System.Buffers;

namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// The distinct shingles of a text whose hashes begin with a number of zero bits, in the order of the text: the lowest number
/// that leaves few enough.
/// </summary>
internal sealed class ShingleSample
{
    /// <param name="hashes">32-bit hashes of all shingles, in order.</param>
    /// <param name="limit">Most shingles kept.</param>
    public ShingleSample(ReadOnlySpan<uint> hashes, int limit)
    {
        while (hashes.Length >> Level > limit * 2)
            Level++;
        var shingles = ArrayPool<uint>.Shared.Rent(Math.Max(1, hashes.Length));
        var places = ArrayPool<int>.Shared.Rent(Math.Max(1, hashes.Length));
        var count = 0;
        // An unlikely text has more of these than expected: the table then grows.
        var seen = new ShingleTable(Math.Min(hashes.Length, limit * 2));
        for (var i = 0; i < hashes.Length; i++)
        {
            var shingle = hashes[i] >> (32 - ArticleSignature.ShingleBits);
            if (ArticleSignature.IsSampled(shingle, Level) && seen.TryAdd(shingle, count))
                (shingles[count], places[count++]) = (shingle, i);
        }

        while (count > limit)
        {
            Level++;
            var kept = 0;
            for (var i = 0; i < count; i++)
            {
                if (ArticleSignature.IsSampled(shingles[i], Level))
                    (shingles[kept], places[kept++]) = (shingles[i], places[i]);
            }

            count = kept;
        }

        Shingles = shingles.AsSpan(0, count).ToArray();
        Places = places.AsSpan(0, count).ToArray();
        ArrayPool<uint>.Shared.Return(shingles);
        ArrayPool<int>.Shared.Return(places);
    }

    /// <summary>Number of leading zero bits.</summary>
    public int Level { get; }

    public uint[] Shingles { get; }

    /// <summary>Letters before each shingle, ascending.</summary>
    public int[] Places { get; }

    /// <summary>Shingles that begin before a place.</summary>
    public int CountBefore(int place)
    {
        var at = Array.BinarySearch(Places, place);
        return at >= 0 ? at : ~at;
    }
}
