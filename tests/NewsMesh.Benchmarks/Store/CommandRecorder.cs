using MongoDB.Bson;
using NewsMesh.Storage.Mongo.Connection;

namespace NewsMesh.Benchmarks.Store;

/// <summary>Writes down what goes through a connection, one operation after the other.</summary>
internal sealed class CommandRecorder(IMongoConnection inner) : IMongoConnection
{
    private readonly List<RecordedCommand> _commands = [];
    private string _operation = "";
    private int _article;

    public IReadOnlyList<RecordedCommand> Commands => _commands;

    /// <summary>What the commands from here on belong to.</summary>
    public void Begin(string operation, int article) => (_operation, _article) = (operation, article);

    public async Task<BsonDocument> RunAsync(string database, BsonDocument command, MongoCommandKind kind, CancellationToken ct)
    {
        var sent = new RawBsonDocument(command.ToBson());
        var reply = await inner.RunAsync(database, command, kind, ct);
        _commands.Add(new RecordedCommand(_operation, _article, kind, sent, reply));
        return reply;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
