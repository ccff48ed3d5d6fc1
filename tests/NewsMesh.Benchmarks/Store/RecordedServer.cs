using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Benchmarks.Store;

/// <summary>Answers at once, from a recording of the same operations in the same order: what is left is the store itself.</summary>
internal sealed class RecordedServer(IReadOnlyList<RecordedCommand> commands) : IMongoConnection
{
    /// <summary>By command and collection: while a store opens, those of several collections have no order among each other.</summary>
    private readonly Dictionary<BsonElement, Queue<BsonDocument>> _replies = commands
        .GroupBy(x => x.Command.GetElement(0))
        .ToDictionary(group => group.Key, group => new Queue<BsonDocument>(group.Select(x => x.Reply)));

    public Task<BsonDocument> RunAsync(string database, BsonDocument command, MongoCommandKind kind, CancellationToken ct)
    {
        lock (_replies)
        {
            // Refusals are not recorded: an opening store asks for the indexes of collections that are not there yet.
            return _replies.TryGetValue(command.GetElement(0), out var replies)
                ? Task.FromResult(replies.Dequeue())
                : throw new MongoFaultException(MongoFaultKind.Refused, MongoCodes.NamespaceNotFound, "Not recorded.");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
