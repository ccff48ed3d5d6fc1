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
    private readonly SourceRepeats _repeats;

    public SignatureBuilder(DedupParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters.LeadLength, parameters.ShingleLength);
        _parameters = parameters;
        _minHasher = new MinHasher(parameters.Bands, PermutationSeed);
        _frequencies = new ShingleFrequencies(parameters);
        _repeats = new SourceRepeats(parameters);
    }

    /// <summary>The signature of an article. Any strings are accepted; time is linear in the text up to the parameters' cap.</summary>
    /// <param name="title">The title.</param>
    /// <param name="text">The text.</param>
    /// <param name="source">The source: passages that it repeats are passed over. Null where it is not known.</param>
    public ArticleSignature Build(string title, string text, string? source = null)
    {
        using var article = new ArticleScanner(title, text, _parameters.MaxCharacters);
        var hashes = ArrayPool<uint>.Shared.Rent(Math.Max(1, article.Letters.Length));
        try
        {
            var fingerprint = Fingerprint(article.Letters);
            var count = RollingHash.Hash(article.Letters, _parameters.ShingleLength, hashes);
            if (source is not null && RemoveRepeats(article, source, hashes.AsSpan(0, count)))
                count = RollingHash.Hash(article.Letters, _parameters.ShingleLength, hashes);
            var sample = new ShingleSample(hashes.AsSpan(0, count), _parameters.MaxShingles);
            Span<byte> classes = stackalloc byte[sample.Shingles.Length];
            _frequencies.ObserveAndClassify(sample.Shingles, classes);
            count = RollingHash.Hash(article.Letters, _parameters.BandShingleLength, hashes);
            return ArticleSignature.Create(
                fingerprint,
                sample.Level,
                article.Letters.Length,
                sample.CountBefore(article.TitleLength - _parameters.ShingleLength + 1),
                sample.CountBefore(article.TitleLength + _parameters.LeadLength),
                sample.Shingles,
                classes,
                Figures(article.Figures, sample),
                LshBands.Of(_minHasher.Minima(hashes.AsSpan(0, count)), article.Letters.IsEmpty));
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(hashes);
        }
    }

    /// <summary>Counts an article that was signed before, so that rarity is judged as if this builder had signed it.</summary>
    public void Observe(ArticleSignature article) => _frequencies.Observe(article);

    /// <summary>Learns from an article that was placed which passages its source repeats.</summary>
    /// <param name="source">Its source; null where it is not known.</param>
    /// <param name="article">Its signature.</param>
    /// <param name="followed">The signature of the article that it follows; null where it is no copy.</param>
    public void Learn(string? source, ArticleSignature article, ArticleSignature? followed)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (source is not null)
            _repeats.Observe(source, article, followed);
    }

    /// <summary>An article of repeated passages alone keeps them: it has nothing else to be known by.</summary>
    private bool RemoveRepeats(ArticleScanner article, string source, ReadOnlySpan<uint> hashes)
    {
        var passages = _repeats.Find(source, hashes);
        if (passages.Count == 0 || article.Letters.Length - passages.Sum(passage => passage.End - passage.Start) < _parameters.LeastOwnLetters)
            return false;
        article.Remove(passages);
        return true;
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
