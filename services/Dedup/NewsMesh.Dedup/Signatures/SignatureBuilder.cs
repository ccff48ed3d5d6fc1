using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NewsMesh.Dedup.Normalization;

namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// Makes signatures. The rarity classes of shingles come from the articles that this builder has seen before; all else is a
/// function of the text. Safe for concurrent use.
/// </summary>
public sealed class SignatureBuilder
{
    /// <summary>Permutations are part of the signature's version: the seed is fixed.</summary>
    private const ulong PermutationSeed = 20_260_101;

    private readonly DedupParameters _parameters;
    private readonly MinHasher _minHasher;
    private readonly ShingleFrequencies _frequencies;

    public SignatureBuilder(DedupParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters.LeadLength, parameters.ShingleLength);
        _parameters = parameters;
        _minHasher = new MinHasher(parameters.Bands, PermutationSeed);
        _frequencies = new ShingleFrequencies(parameters);
    }

    /// <summary>The signature of an article. Any strings are accepted; time is linear in the text up to the parameters' cap.</summary>
    public ArticleSignature Build(string title, string text)
    {
        using var article = new ArticleScanner(title, text, _parameters.MaxCharacters);
        var letters = article.Letters;
        var count = Math.Max(
            RollingHash.Count(letters.Length, _parameters.ShingleLength), RollingHash.Count(letters.Length, _parameters.BandShingleLength));
        var hashes = ArrayPool<uint>.Shared.Rent(Math.Max(1, count));
        try
        {
            RollingHash.Hash(letters, _parameters.BandShingleLength, hashes);
            var bands = LshBands.Of(_minHasher.Minima(hashes.AsSpan(0, RollingHash.Count(letters.Length, _parameters.BandShingleLength))), letters.IsEmpty);
            RollingHash.Hash(letters, _parameters.ShingleLength, hashes);
            var sample = new ShingleSample(hashes.AsSpan(0, RollingHash.Count(letters.Length, _parameters.ShingleLength)), _parameters.MaxShingles);
            Span<byte> classes = stackalloc byte[sample.Shingles.Length];
            _frequencies.ObserveAndClassify(sample.Shingles, classes);
            return ArticleSignature.Create(
                Fingerprint(letters),
                sample.Level,
                letters.Length,
                sample.CountBefore(article.TitleLength - _parameters.ShingleLength + 1),
                sample.CountBefore(article.TitleLength + _parameters.LeadLength),
                sample.Shingles,
                classes,
                Figures(article.Figures, sample),
                bands);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(hashes);
        }
    }

    private (ushort Code, int Place)[] Figures(IReadOnlyList<Figure> figures, in ShingleSample sample)
    {
        var kept = new (ushort, int)[Math.Min(figures.Count, _parameters.MaxFigures)];
        var place = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            while (place < sample.Places.Length && sample.Places[place] < figures[i].Position)
                place++;
            kept[i] = (figures[i].Code, place);
        }

        return kept;
    }

    private static UInt128 Fingerprint(ReadOnlySpan<char> letters)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(letters), digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
