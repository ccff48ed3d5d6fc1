namespace NewsMesh.Ingest.Language;

/// <summary>
/// FNV-1a (Fowler, Noll, Vo) in 32 bits, one step per UTF-16 unit, so that a longer n-gram's hash goes on from a
/// shorter one's. The model's builder hashes the same way.
/// </summary>
internal static class NGramHash
{
    public const uint Start = 2166136261;

    private const uint Prime = 16777619;

    public static uint Next(uint hash, char c) => unchecked((hash ^ c) * Prime);

    /// <summary>FNV's low bits are its weak ones: folds the high ones in before a hash picks a table slot.</summary>
    public static uint Spread(uint hash) => hash ^ (hash >> 15);
}
