namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// What near-duplicate detection keeps of an article: about 2.5 bytes for each letter of it. Holds the true shingle set
/// (hashed to 24 bits; two different shingles of one 2,000-letter article collide with probability 1 in 8,000), so that
/// verification needs no text.
/// </summary>
public sealed class ArticleSignature
{
    /// <summary>Version of the parameters and the encoding; only equal ones are compared.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Permutations are part of the signature's version: the seed is fixed.</summary>
    internal const ulong PermutationSeed = 20_260_101;

    internal ArticleSignature(UInt128 fingerprint, uint[] minima, uint[] shingles, uint[] lead, uint[] numbers)
    {
        Fingerprint = fingerprint;
        Minima = minima;
        Shingles = shingles;
        Lead = lead;
        Numbers = numbers;
        Bands = LshBands.Of(minima, shingles.Length == 0);
    }

    /// <summary>Hash of the whole normalised title and text: equal exactly where these are equal.</summary>
    public UInt128 Fingerprint { get; }

    /// <summary>LSH band hashes; articles that share one are candidates. None for an article without a letter or digit.</summary>
    public IReadOnlyList<long> Bands { get; }

    /// <summary>Number of distinct shingles.</summary>
    public int ShingleCount => Shingles.Length;

    /// <summary>MinHash minima over the band shingles.</summary>
    internal uint[] Minima { get; }

    /// <summary>24-bit hashes of all shingles, ascending, distinct.</summary>
    internal uint[] Shingles { get; }

    /// <summary>Those of the title and the start of the body; a subset of <see cref="Shingles"/>.</summary>
    internal uint[] Lead { get; }

    /// <summary>24-bit hashes of the text's figures, ascending, distinct.</summary>
    internal uint[] Numbers { get; }

    /// <summary>Estimate of the Jaccard similarity of the band shingle sets from the minima alone.</summary>
    public double EstimateJaccard(ArticleSignature other) =>
        ShingleCount == 0 || other.ShingleCount == 0 ? 0 : MinHasher.EstimateJaccard(Minima, other.Minima);

    /// <summary>The signature as bytes; the first one is the version.</summary>
    public byte[] Encode() => SignatureCodec.Encode(this);

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="SignatureFormatException">Another version, or damaged bytes.</exception>
    public static ArticleSignature Decode(ReadOnlySpan<byte> bytes) => SignatureCodec.Decode(bytes);
}
