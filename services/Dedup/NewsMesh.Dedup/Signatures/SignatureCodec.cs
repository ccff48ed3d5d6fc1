using System.Buffers.Binary;

namespace NewsMesh.Dedup.Signatures;

/// <summary>
/// Version, fingerprint, minima, then the sets as differences of ascending values in LEB128 variable-length integers; the
/// lead is one bit for each shingle.
/// </summary>
internal static class SignatureCodec
{
    public static byte[] Encode(ArticleSignature signature)
    {
        var bytes = new List<byte>(64 + (4 * signature.Minima.Length) + (3 * signature.Shingles.Length)) { ArticleSignature.CurrentVersion };
        Span<byte> fixedSize = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128LittleEndian(fixedSize, signature.Fingerprint);
        bytes.AddRange(fixedSize);
        WriteVarint(bytes, (uint)signature.Minima.Length);
        foreach (var minimum in signature.Minima)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(fixedSize, minimum);
            bytes.AddRange(fixedSize[..4]);
        }

        WriteSet(bytes, signature.Shingles);
        WriteSubset(bytes, signature.Lead, signature.Shingles);
        WriteSet(bytes, signature.Numbers);
        return [.. bytes];
    }

    /// <exception cref="SignatureFormatException">Another version, or damaged bytes.</exception>
    public static ArticleSignature Decode(ReadOnlySpan<byte> bytes)
    {
        var version = bytes.IsEmpty ? 0 : bytes[0];
        if (version != ArticleSignature.CurrentVersion)
        {
            throw new SignatureFormatException(
                $"Signature of version {version}; this build reads version {ArticleSignature.CurrentVersion}. Index the article again.");
        }

        var rest = bytes[1..];
        var fingerprint = BinaryPrimitives.ReadUInt128LittleEndian(Take(ref rest, 16));
        var minima = new uint[ReadCount(ref rest, bytesEach: 4)];
        for (var i = 0; i < minima.Length; i++)
            minima[i] = BinaryPrimitives.ReadUInt32LittleEndian(Take(ref rest, 4));
        var shingles = ReadSet(ref rest);
        var lead = ReadSubset(ref rest, shingles);
        var numbers = ReadSet(ref rest);
        return rest.IsEmpty
            ? new ArticleSignature(fingerprint, minima, shingles, lead, numbers)
            : throw new SignatureFormatException("The signature has bytes after its end.");
    }

    private static void WriteSet(List<byte> bytes, uint[] ascending)
    {
        WriteVarint(bytes, (uint)ascending.Length);
        var last = 0u;
        foreach (var value in ascending)
        {
            WriteVarint(bytes, value - last);
            last = value;
        }
    }

    private static uint[] ReadSet(ref ReadOnlySpan<byte> rest)
    {
        var set = new uint[ReadCount(ref rest, bytesEach: 1)];
        var last = 0u;
        for (var i = 0; i < set.Length; i++)
            set[i] = last += ReadVarint(ref rest);
        return set;
    }

    private static void WriteSubset(List<byte> bytes, uint[] subset, uint[] set)
    {
        var bits = new byte[(set.Length + 7) / 8];
        foreach (var value in subset)
        {
            var at = Array.BinarySearch(set, value);
            bits[at / 8] |= (byte)(1 << (at % 8));
        }

        bytes.AddRange(bits);
    }

    private static uint[] ReadSubset(ref ReadOnlySpan<byte> rest, uint[] set)
    {
        var bits = Take(ref rest, (set.Length + 7) / 8);
        var subset = new List<uint>();
        for (var i = 0; i < set.Length; i++)
        {
            if ((bits[i / 8] & (1 << (i % 8))) != 0)
                subset.Add(set[i]);
        }

        return [.. subset];
    }

    private static void WriteVarint(List<byte> bytes, uint value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }

    private static uint ReadVarint(ref ReadOnlySpan<byte> rest)
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Take(ref rest, 1)[0];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw new SignatureFormatException("The signature has a number that is too long.");
    }

    private static int ReadCount(ref ReadOnlySpan<byte> rest, int bytesEach)
    {
        var count = ReadVarint(ref rest);
        return count <= (uint)rest.Length / (uint)bytesEach ? (int)count : throw EndsEarly();
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int count)
    {
        if (rest.Length < count)
            throw EndsEarly();
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static SignatureFormatException EndsEarly() => new("The signature ends early.");
}
