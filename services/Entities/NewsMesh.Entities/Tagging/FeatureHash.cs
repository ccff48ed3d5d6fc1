namespace NewsMesh.Entities.Tagging;

/// <summary>32-bit FNV-1a over UTF-16 units, and a mixer for combining hashes. Stable across runs and machines.</summary>
internal static class FeatureHash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    /// <summary>Combines a template's number and its values; the finaliser is MurmurHash3's.</summary>
    public static uint Mix(uint template, uint a, uint b = 0, uint c = 0)
    {
        var hash = Offset;
        hash = (hash ^ template) * Prime;
        hash = (uint.RotateLeft(hash, 13) ^ a) * Prime;
        hash = (uint.RotateLeft(hash, 13) ^ b) * Prime;
        hash = (uint.RotateLeft(hash, 13) ^ c) * Prime;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
