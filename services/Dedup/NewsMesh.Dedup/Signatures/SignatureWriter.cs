using System.Buffers.Binary;

namespace NewsMesh.Dedup.Signatures;

/// <summary>Writes a signature's bytes into room that is known to be enough.</summary>
internal ref struct SignatureWriter(int capacity)
{
    private readonly byte[] _bytes = new byte[capacity];
    private int _length;

    public void Byte(byte value) => _bytes[_length++] = value;

    public void UInt128(UInt128 value)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(_bytes.AsSpan(_length), value);
        _length += 16;
    }

    public void Varint(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
            Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    public readonly byte[] ToArray() => _bytes[.._length];
}
