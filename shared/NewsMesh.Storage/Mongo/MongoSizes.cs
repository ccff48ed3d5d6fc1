using MongoDB.Bson;

namespace NewsMesh.Storage.Mongo;

/// <summary>Refuses what would not fit into a document, before it is sent.</summary>
internal static class MongoSizes
{
    /// <summary>The document as the bytes it is sent in, so that it is measured and sent with one serialization.</summary>
    /// <param name="document">What is to be written.</param>
    /// <param name="what">What it is, for people.</param>
    /// <param name="maxBytes">Most bytes of BSON.</param>
    /// <exception cref="DocumentTooLargeException">It has more.</exception>
    public static RawBsonDocument Require(BsonDocument document, string what, int maxBytes)
    {
        var bytes = document.ToBson();
        return bytes.Length <= maxBytes
            ? new RawBsonDocument(bytes)
            : throw new DocumentTooLargeException($"The {what} have {bytes.Length} bytes; the store keeps up to {maxBytes} in one document.");
    }
}
