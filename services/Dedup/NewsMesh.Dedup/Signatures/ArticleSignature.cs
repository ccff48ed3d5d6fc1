using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// What near-duplicate detection keeps of an article, in about 700 bytes: a sample of its shingles in the order of the text, each
/// with its rarity, and its figures with their places between them. Sampling by hash (FracMinHash; Irber et al. 2022) takes the same
/// shingles of the same passage in every article, so verification needs no text. Immutable.
/// </summary>
/// <remarks>
/// Bytes: version (1), fingerprint (16), level (1); letters, shingles, those of the title, those of the lead, figures (varint each);
/// shingles (3 each: 22 bits of hash, 2 of rarity class, little-endian); figures (2 each, and the shingles since the last one,
/// varint). Varints are LEB128.
/// </remarks>
public sealed class ArticleSignature
{
    /// <summary>Version of the parameters and the encoding; only equal ones are compared.</summary>
    public const int CurrentVersion = 3;

    /// <summary>Bits kept of a shingle's hash.</summary>
    public const int ShingleBits = 22;

    private const int ClassBits = 2;
    private const int ShingleBytes = 3;
    private const int FixedBytes = 18;

    private readonly ArraySegment<byte> _bytes;
    private readonly int _shinglesAt;
    private readonly int _figuresAt;

    private ArticleSignature(ArraySegment<byte> bytes, IReadOnlyList<long> bands)
    {
        _bytes = bytes;
        Bands = bands;
        if (bytes.Count == 0 || bytes[0] != CurrentVersion)
        {
            throw new SignatureFormatException(
                $"Signature of version {(bytes.Count == 0 ? 0 : bytes[0])}; this build reads version {CurrentVersion}. Index the article again.");
        }

        var rest = new SignatureReader(bytes, 0);
        rest.Skip(FixedBytes);
        Level = bytes[FixedBytes - 1];
        if (Level > ShingleBits)
            throw new SignatureFormatException("The signature has an impossible sampling level.");
        Letters = rest.Varint();
        ShingleCount = rest.Count(ShingleBytes);
        TitleCount = rest.CountUpTo(ShingleCount);
        LeadCount = rest.CountUpTo(ShingleCount);
        FigureCount = rest.Count(ShingleBytes);
        _shinglesAt = rest.Position;
        rest.Skip(ShingleCount * ShingleBytes);
        _figuresAt = rest.Position;
        for (var (i, place) = (0, 0); i < FigureCount; i++)
        {
            rest.Skip(2);
            place += rest.CountUpTo(ShingleCount - place);
        }

        rest.End();
    }

    /// <summary>Hash of the whole normalised title and text: equal exactly where these are equal.</summary>
    public UInt128 Fingerprint => BinaryPrimitives.ReadUInt128LittleEndian(_bytes.AsSpan(1));

    /// <summary>
    /// LSH band hashes; articles that share one are candidates. None for an article without a letter or digit, and none in a decoded
    /// signature: the index holds them.
    /// </summary>
    public IReadOnlyList<long> Bands { get; }

    /// <summary>Shingles kept; of all shingles every 2^<see cref="Level"/>th, by hash.</summary>
    public int ShingleCount { get; }

    /// <summary>Letters and digits of the article.</summary>
    public int Letters { get; }

    /// <summary>The highest bits of every shingle kept that are zero.</summary>
    internal int Level { get; }

    /// <summary>Shingles of the title; the first ones.</summary>
    internal int TitleCount { get; }

    /// <summary>Shingles of title and lead; the first ones.</summary>
    internal int LeadCount { get; }

    internal int FigureCount { get; }

    /// <summary>The signature as bytes; the first one is the version.</summary>
    public byte[] Encode() => _bytes.Offset == 0 && _bytes.Count == _bytes.Array!.Length ? _bytes.Array : _bytes.ToArray();

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="SignatureFormatException">Another version, or damaged bytes.</exception>
    public static ArticleSignature Decode(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Decode(new ArraySegment<byte>(bytes));
    }

    /// <summary>Reads a signature where it stands; the bytes must stay as they are.</summary>
    internal static ArticleSignature Decode(ArraySegment<byte> bytes) => new(bytes, []);

    /// <summary>Writes the hashes of all shingles; as many as <see cref="ShingleCount"/>.</summary>
    internal void ReadShingles(Span<uint> shingles)
    {
        var bytes = _bytes.AsSpan(_shinglesAt, ShingleCount * ShingleBytes);
        shingles = shingles[..ShingleCount];
        for (var i = 0; i < shingles.Length; i++)
        {
            var three = bytes.Slice(i * ShingleBytes, ShingleBytes);
            shingles[i] = (three[0] | ((uint)three[1] << 8) | ((uint)three[2] << 16)) >> ClassBits;
        }
    }

    /// <summary>Rarity class of the shingle at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int ClassAt(int i) => _bytes.Array![_bytes.Offset + _shinglesAt + (i * ShingleBytes)] & ((1 << ClassBits) - 1);

    /// <summary>Whether a shingle is in the sample of a level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsSampled(uint shingle, int level) => shingle >> (ShingleBits - level) == 0;

    /// <summary>Hash and rarity class of the shingle at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (uint Shingle, int Class) ShingleAt(int i)
    {
        var three = _bytes.AsSpan(_shinglesAt + (i * ShingleBytes), ShingleBytes);
        var packed = three[0] | ((uint)three[1] << 8) | ((uint)three[2] << 16);
        return (packed >> ClassBits, (int)(packed & ((1 << ClassBits) - 1)));
    }

    /// <summary>Codes of the figures, in the order of the text, and for each the number of shingles before it.</summary>
    internal void ReadFigures(Span<ushort> codes, Span<ushort> places)
    {
        var rest = new SignatureReader(_bytes, _figuresAt);
        var place = 0;
        for (var i = 0; i < FigureCount; i++)
        {
            codes[i] = rest.UInt16();
            place += rest.Varint();
            places[i] = (ushort)place;
        }
    }

    internal static ArticleSignature Create(
        UInt128 fingerprint,
        int level,
        int letters,
        int titleCount,
        int leadCount,
        ReadOnlySpan<uint> shingles,
        ReadOnlySpan<byte> classes,
        ReadOnlySpan<(ushort Code, int Place)> figures,
        IReadOnlyList<long> bands)
    {
        var bytes = new SignatureWriter(FixedBytes + (5 * 5) + (shingles.Length * ShingleBytes) + (figures.Length * 5));
        bytes.Byte(CurrentVersion);
        bytes.UInt128(fingerprint);
        bytes.Byte((byte)level);
        bytes.Varint(letters);
        bytes.Varint(shingles.Length);
        bytes.Varint(titleCount);
        bytes.Varint(leadCount);
        bytes.Varint(figures.Length);
        for (var i = 0; i < shingles.Length; i++)
        {
            var packed = (shingles[i] << ClassBits) | classes[i];
            bytes.Byte((byte)packed);
            bytes.Byte((byte)(packed >> 8));
            bytes.Byte((byte)(packed >> 16));
        }

        var last = 0;
        foreach (var (code, place) in figures)
        {
            bytes.Byte((byte)code);
            bytes.Byte((byte)(code >> 8));
            bytes.Varint(place - last);
            last = place;
        }

        return new ArticleSignature(bytes.ToArray(), bands);
    }
}
