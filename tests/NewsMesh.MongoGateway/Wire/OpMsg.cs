using System.Buffers.Binary;
using System.Text;

namespace NewsMesh.MongoGateway.Wire;

/// <summary>
/// The body of an OP_MSG: flag bits, one document (section kind 0), any number of named document sequences (kind 1), and a
/// checksum where its flag is set. See the MongoDB specification "OP_MSG".
/// </summary>
internal sealed record OpMsg(ReadOnlyMemory<byte> Document, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Sequences, bool MoreToCome)
{
    private const uint ChecksumPresent = 1;
    private const uint MoreToComeFlag = 2;
    private const uint RequiredBits = 0xFFFF;
    private const int ChecksumLength = 4;

    /// <exception cref="WireException">The body is no OP_MSG, or sets a required flag bit that is not known.</exception>
    public static OpMsg Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length < sizeof(uint))
        {
            throw new WireException("An OP_MSG without flag bits.");
        }

        var flags = BinaryPrimitives.ReadUInt32LittleEndian(body.Span);
        if ((flags & RequiredBits & ~(ChecksumPresent | MoreToComeFlag)) != 0)
        {
            throw new WireException($"Unknown flag bits in 0x{flags:x}.");
        }

        // The checksum is optional for both sides, and TCP has its own: it is skipped, not verified.
        var end = body.Length - ((flags & ChecksumPresent) != 0 ? ChecksumLength : 0);
        var rest = end > sizeof(uint) ? body[sizeof(uint)..end] : throw new WireException("An OP_MSG without sections.");
        ReadOnlyMemory<byte>? document = null;
        var sequences = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        while (!rest.IsEmpty)
        {
            var kind = rest.Span[0];
            rest = rest[1..];
            switch (kind)
            {
                case 0 when document is null:
                    document = BsonBytes.First(rest);
                    rest = rest[document.Value.Length..];
                    break;
                case 1:
                    rest = AddSequence(rest, sequences);
                    break;
                default:
                    throw new WireException($"A section of kind {kind} where none can be.");
            }
        }

        return new OpMsg(document ?? throw new WireException("An OP_MSG without a body."), sequences, (flags & MoreToComeFlag) != 0);
    }

    /// <summary>The body of a message that holds one document.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> document)
    {
        var body = new byte[sizeof(uint) + 1 + document.Length];
        document.CopyTo(body.AsSpan(sizeof(uint) + 1));
        return body;
    }

    /// <summary>A section of kind 1.</summary>
    public static byte[] EncodeSequence(string name, byte[] documents)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var section = new byte[1 + sizeof(int) + bytes.Length + 1 + documents.Length];
        section[0] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(section.AsSpan(1), section.Length - 1);
        bytes.CopyTo(section, 1 + sizeof(int));
        documents.CopyTo(section, section.Length - documents.Length);
        return section;
    }

    // int32 size (itself included), the field's name, then documents one after the other.
    private static ReadOnlyMemory<byte> AddSequence(ReadOnlyMemory<byte> bytes, Dictionary<string, ReadOnlyMemory<byte>> sequences)
    {
        var size = bytes.Length < sizeof(int) ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        if (size <= sizeof(int) || size > bytes.Length)
        {
            throw new WireException($"{size} is not the size of a document sequence here.");
        }

        var section = bytes[sizeof(int)..size];
        var nameLength = section.Span.IndexOf((byte)0);
        if (nameLength <= 0)
        {
            throw new WireException("A document sequence without a name.");
        }

        var documents = section[(nameLength + 1)..];
        for (var rest = documents; !rest.IsEmpty; rest = rest[BsonBytes.First(rest).Length..])
        {
        }

        if (!sequences.TryAdd(Encoding.UTF8.GetString(section.Span[..nameLength]), documents))
        {
            throw new WireException("A document sequence is there twice.");
        }

        return bytes[size..];
    }
}
