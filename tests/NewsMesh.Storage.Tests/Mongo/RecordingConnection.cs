using System.Collections.Concurrent;
using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Storage.Tests.Mongo;

/// <summary>The real connection, whose commands are noted as they were sent.</summary>
internal sealed class RecordingConnection(IMongoConnection connection, ConcurrentQueue<BsonDocument> commands) : IMongoConnection
{
    public Task<BsonDocument> RunAsync(string database, BsonDocument command, MongoCommandKind kind, CancellationToken ct)
    {
        commands.Enqueue(command.DeepClone().AsBsonDocument);
        return connection.RunAsync(database, command, kind, ct);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
