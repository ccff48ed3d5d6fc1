using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Benchmarks.Store;

/// <summary>A command that the store sent.</summary>
/// <param name="Operation">Name of the operation that it belongs to; empty for the opening of the store.</param>
/// <param name="Article">Index of the article.</param>
/// <param name="Kind">Read or write.</param>
/// <param name="Command">The command as it was sent.</param>
/// <param name="Reply">What the server answered.</param>
internal sealed record RecordedCommand(
    string Operation, int Article, MongoCommandKind Kind, RawBsonDocument Command, BsonDocument Reply)
{
    /// <summary>For the bare driver: a document with everything but the reply.</summary>
    public byte[] Encode() => new BsonDocument
    {
        { "operation", Operation },
        { "article", Article },
        { "command", Command },
    }.ToBson();
}
