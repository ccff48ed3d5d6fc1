namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// Polynomial rolling hash over character n-grams (Karp and Rabin 1987), modulo 2^64 and finished with a mixer, so that
/// every bit of the result depends on every character.
/// </summary>
internal static class RollingHash
{
    private const ulong Base = 0x9E3779B97F4A7C15;

    /// <summary>Writes the upper 32 bits of the hashes of all n-grams of a text, in order; and returns their number; a text shorter than n is one gram.</summary>
    public static int Hash(ReadOnlySpan<char> text, int n, Span<uint> hashes)
    {
        if (text.IsEmpty)
            return 0;
        n = Math.Min(n, text.Length);
        ulong hash = 0, leaving = 1;
        for (var i = 0; i < n; i++)
        {
            hash = (hash * Base) + text[i] + 1UL;
            if (i > 0)
                leaving *= Base;
        }

        hashes[0] = (uint)(Mix(hash) >> 32);
        for (var i = n; i < text.Length; i++)
        {
            hash = ((hash - ((text[i - n] + 1UL) * leaving)) * Base) + text[i] + 1UL;
            hashes[i - n + 1] = (uint)(Mix(hash) >> 32);
        }

        return text.Length - n + 1;
    }

    /// <summary>The hash of a whole text, upper 32 bits.</summary>
    public static uint HashWhole(ReadOnlySpan<char> text)
    {
        ulong hash = 0;
        foreach (var c in text)
            hash = (hash * Base) + c + 1UL;
        return (uint)(Mix(hash) >> 32);
    }

    /// <summary>The finisher of MurmurHash3 (Appleby), a bijection on 64 bits.</summary>
    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
