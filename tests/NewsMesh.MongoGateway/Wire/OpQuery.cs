using System.Buffers.Binary;
using System.Text;

namespace NewsMesh.MongoGateway.Wire;

/// <summary>
/// The old query message, which clients still open a connection with: flags, "database.$cmd", skip, limit, the command.
/// Its answer is an OP_REPLY.
/// </summary>
internal sealed record OpQuery(string Database, ReadOnlyMemory<byte> Document)
{
    private const string CommandCollection = ".$cmd";
    private const int AwaitCapable = 8;

    /// <exception cref="WireException">The body is no OP_QUERY for a command.</exception>
    public static OpQuery Parse(ReadOnlyMemory<byte> body)
    {
        var afterFlags = body.Length > sizeof(int) ? body[sizeof(int)..] : throw new WireException("An OP_QUERY is cut off.");
        var nameLength = afterFlags.Span.IndexOf((byte)0);
        if (nameLength < 0 || afterFlags.Length < nameLength + 1 + (2 * sizeof(int)))
        {
            throw new WireException("An OP_QUERY is cut off.");
        }

        var name = Encoding.UTF8.GetString(afterFlags.Span[..nameLength]);
        return name.EndsWith(CommandCollection, StringComparison.Ordinal)
            ? new OpQuery(name[..^CommandCollection.Length], BsonBytes.First(afterFlags[(nameLength + 1 + (2 * sizeof(int)))..]))
            : throw new WireException("An OP_QUERY that is no command.");
    }

    /// <summary>The body of the OP_REPLY with one document: flags, cursor id, starting from, number returned, the document.</summary>
    public static byte[] EncodeReply(ReadOnlySpan<byte> document)
    {
        const int FixedLength = 20;
        var body = new byte[FixedLength + document.Length];
        BinaryPrimitives.WriteInt32LittleEndian(body, AwaitCapable);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(16), 1);
        document.CopyTo(body.AsSpan(FixedLength));
        return body;
    }
}
