namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// Locality-sensitive hashing of MinHash minima (Indyk and Motwani 1998) with one row a band: a pair of Jaccard similarity J
/// becomes a candidate with probability 1 - (1 - J)^bands.
/// </summary>
internal static class LshBands
{
    /// <summary>One hash for each minimum; its number is part of it, so that equal minima of different bands do not meet. 32 bits: of
    /// a million articles an unrelated one shares one by chance in a look-up of seventeen, and indexes are half as large.</summary>
    public static long[] Of(ReadOnlySpan<uint> minima, bool empty)
    {
        if (empty)
            return [];
        var bands = new long[minima.Length];
        for (var i = 0; i < bands.Length; i++)
            bands[i] = (long)(RollingHash.Mix(((ulong)(i + 1) << 32) | minima[i]) >> 32);
        return bands;
    }
}
