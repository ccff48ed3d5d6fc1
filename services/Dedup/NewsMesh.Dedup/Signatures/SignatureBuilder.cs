using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NewsMesh.Dedup.Normalization;

namespace NewsMesh.Dedup.Signatures;

/// <summary>Makes signatures. Stateless after construction, safe for concurrent use; the same text gives the same bytes.</summary>
public sealed class SignatureBuilder
{
    private const int ShingleBits = 24;

    private readonly DedupParameters _parameters;
    private readonly MinHasher _minHasher;

    public SignatureBuilder(DedupParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters.LeadLength, parameters.ShingleLength);
        _parameters = parameters;
        _minHasher = new MinHasher(parameters.Bands, ArticleSignature.PermutationSeed);
    }

    /// <summary>The signature of an article. Any strings are accepted; time is linear in the text up to the parameters' cap.</summary>
    public ArticleSignature Build(string title, string text)
    {
        var rawTitle = TextNormalizer.Decompose(title, _parameters.MaxCharacters);
        var rawText = TextNormalizer.Decompose(text, _parameters.MaxCharacters);
        var foldedTitle = TextNormalizer.Fold(rawTitle, _parameters.MaxCharacters);
        var folded = foldedTitle + TextNormalizer.Fold(rawText, _parameters.MaxCharacters - foldedTitle.Length);
        var leadLength = Math.Min(folded.Length, foldedTitle.Length + _parameters.LeadLength);
        return new ArticleSignature(
            Fingerprint(folded),
            _minHasher.Minima(Truncate(RollingHash.Hash(folded, _parameters.BandShingleLength), 32)),
            Set(RollingHash.Hash(folded, _parameters.ShingleLength)),
            Set(RollingHash.Hash(folded.AsSpan(0, leadLength), _parameters.ShingleLength)),
            Numbers(rawTitle, rawText));
    }

    private static UInt128 Fingerprint(string folded)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(folded.AsSpan()), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    private static uint[] Numbers(string title, string text)
    {
        var hashes = new List<ulong>();
        void Add(ReadOnlySpan<char> figure) => hashes.Add(RollingHash.Hash(figure, figure.Length)[0]);
        NumberReader.Read(title, Add);
        NumberReader.Read(text, Add);
        return Set([.. hashes]);
    }

    private static uint[] Truncate(ulong[] hashes, int bits) => Array.ConvertAll(hashes, h => (uint)(h >> (64 - bits)));

    private static uint[] Set(ulong[] hashes)
    {
        var set = Truncate(hashes, ShingleBits);
        Array.Sort(set);
        var length = 0;
        for (var i = 0; i < set.Length; i++)
        {
            if (i == 0 || set[i] != set[i - 1])
                set[length++] = set[i];
        }

        return set[..length];
    }
}
