namespace NewsMesh.Entities.Features;

/// <summary>
/// The 32-bit hash under which words and affixes stand in a model: FNV-1a (Fowler, Noll, Vo) over UTF-16 units, then the
/// finaliser of MurmurHash3 (Appleby). It is part of the file format.
/// </summary>
internal static class FeatureHash
{
    public static uint Of(ReadOnlySpan<char> text, uint seed)
    {
        unchecked
        {
            var h = 2166136261u ^ (seed * 0x9E3779B9u);
            foreach (var unit in text)
            {
                h = (h ^ unit) * 16777619u;
            }

            h ^= h >> 16;
            h *= 0x85EBCA6Bu;
            h ^= h >> 13;
            h *= 0xC2B2AE35u;
            return h ^ (h >> 16);
        }
    }
}
