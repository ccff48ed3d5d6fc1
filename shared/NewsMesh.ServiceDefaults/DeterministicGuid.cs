using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsMesh.ServiceDefaults;

/// <summary>Name-based identifiers: UUID version 5, RFC 9562 §5.5.</summary>
public static class DeterministicGuid
{
    private static readonly Guid NewsMeshNamespace = new("6f0f4b3e-3c53-5d5c-9a0a-6e657773006d");

    /// <summary>The same parts, in the same order, give the same identifier.</summary>
    public static Guid Create(params ReadOnlySpan<string> parts) => Create(NewsMeshNamespace, string.Join('\u001f', parts));

    /// <summary>UUIDv5 of a name in a namespace.</summary>
    public static Guid Create(Guid nameSpace, string name)
    {
        var nameBytes = Encoding.UTF8.GetBytes(name);
        var input = new byte[16 + nameBytes.Length];
        nameSpace.TryWriteBytes(input, bigEndian: true, out _);
        nameBytes.CopyTo(input, 16);

        // RFC 9562 prescribes SHA-1 for version 5; nothing here depends on it being collision resistant.
#pragma warning disable CA5350
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0FFF) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
