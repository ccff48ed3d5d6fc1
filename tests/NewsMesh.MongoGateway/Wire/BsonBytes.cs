using System.Buffers.Binary;
using MongoDB.Bson;

namespace NewsMesh.MongoGateway.Wire;

/// <summary>BSON documents as bytes, which pass through the gateway untouched.</summary>
internal static class BsonBytes
{
    private const int EmptyDocumentLength = 5;

    /// <summary>The document that a span starts with.</summary>
    /// <exception cref="WireException">Its length or its end is not a document's.</exception>
    public static ReadOnlyMemory<byte> First(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < EmptyDocumentLength)
        {
            throw new WireException("A document is cut off.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        if (length < EmptyDocumentLength || length > bytes.Length || bytes.Span[length - 1] != 0)
        {
            throw new WireException($"{length} is not the length of a document here.");
        }

        return bytes[..length];
    }

    /// <summary>A document over its bytes, whose elements are read as they are asked for.</summary>
    public static RawBsonDocument Lazy(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray());

    public static BsonDocument Read(byte[] bytes) => MongoDB.Bson.Serialization.BsonSerializer.Deserialize<BsonDocument>(bytes);
}
