using System.Buffers.Binary;

namespace NewsMesh.Dedup.Signatures;

/// <summary>Reads a signature's bytes; every fault of theirs is a <see cref="SignatureFormatException"/>.</summary>
internal ref struct SignatureReader(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; } = position;

    public int Varint()
    {
        var value = 0u;
        for (var shift = 0; shift < 28; shift += 7)
        {
            var part = Take(1)[0];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
                return (int)value;
        }

        throw new SignatureFormatException("The signature has a number that is too long.");
    }

    /// <summary>A number of items that are still to come.</summary>
    public int Count(int bytesEach)
    {
        var count = Varint();
        return count <= (_bytes.Length - Position) / bytesEach ? count : throw EndsEarly();
    }

    public int CountUpTo(int limit)
    {
        var count = Varint();
        return count <= limit ? count : throw new SignatureFormatException("The signature has a place beyond its end.");
    }

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public void Skip(int count) => Take(count);

    public readonly void End()
    {
        if (Position != _bytes.Length)
            throw new SignatureFormatException("The signature has bytes after its end.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_bytes.Length - Position < count)
            throw EndsEarly();
        Position += count;
        return _bytes.Slice(Position - count, count);
    }

    private static SignatureFormatException EndsEarly() => new("The signature ends early.");
}
