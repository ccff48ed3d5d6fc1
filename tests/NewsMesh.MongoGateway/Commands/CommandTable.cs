using MongoDB.Bson;
using NewsMesh.MongoGateway.Engine;
using NewsMesh.MongoGateway.Explain;
using NewsMesh.MongoGateway.Faults;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>Every command by its name.</summary>
internal sealed class CommandTable
{
    private readonly Dictionary<string, Func<CommandRequest, CancellationToken, Task<byte[]>>> _commands = new(StringComparer.Ordinal);
    private readonly DocumentDb _engine;
    private readonly RetryableWrites _retryable;
    private readonly HandshakeCommands _handshake;

    public CommandTable(DocumentDb engine, RetryableWrites retryable, CursorStore cursors, FailPoints failPoints, HandshakeCommands handshake)
    {
        _engine = engine;
        _retryable = retryable;
        _handshake = handshake;
        AddServer(failPoints);
        AddWrites(new WriteCommands(retryable));
        AddCursors(new CursorCommands(engine, cursors));
        AddSchema(new SchemaCommands(engine));
        Add("explain", new ExplainCommand(engine).RunAsync);
    }

    /// <exception cref="CommandException">There is no such command, or it fails.</exception>
    public Task<byte[]> RunAsync(CommandRequest request, CancellationToken cancellation)
    {
        if (!_commands.TryGetValue(request.Name, out var command))
        {
            throw new CommandException(MongoError.CommandNotFound, $"no such command: '{request.Name}'");
        }

        if (!_handshake.IsReplicaSet && request.RetryableWrite is not null)
        {
            throw new CommandException(
                MongoError.IllegalOperation, "Transaction numbers are only allowed on a replica set member or mongos");
        }

        return request.Body.Contains("startTransaction") || request.Body.Contains("autocommit")
            ? throw new CommandException(
                MongoError.OperationNotSupportedInTransaction, "This gateway knows no transactions of several commands.")
            : command(request, cancellation);
    }

    private void AddServer(FailPoints failPoints)
    {
        foreach (var name in new[] { "hello", "isMaster", "ismaster" })
        {
            // A server whose engine is away must not look alive.
            Add(name, async (request, cancellation) =>
            {
                await PingAsync(cancellation);
                return _handshake.Hello(request);
            });
        }

        Add("ping", async (_, cancellation) =>
        {
            await PingAsync(cancellation);
            return Reply.Ok();
        });
        Add("buildInfo", HandshakeCommands.BuildInfo);
        Add("buildinfo", HandshakeCommands.BuildInfo);
        Add("connectionStatus", HandshakeCommands.ConnectionStatus);
        Add("startSession", HandshakeCommands.StartSession);
        Add("refreshSessions", () => Reply.Ok());
        Add("endSessions", EndSessionsAsync);
        Add("killSessions", EndSessionsAsync);
        Add("configureFailPoint", (request, _) => Task.FromResult(failPoints.Configure(request)));
    }

    private void AddWrites(WriteCommands writes)
    {
        Add("insert", writes.InsertAsync);
        Add("update", writes.UpdateAsync);
        Add("delete", writes.DeleteAsync);
        Add("findAndModify", writes.FindAndModifyAsync);
        Add("findandmodify", writes.FindAndModifyAsync);
    }

    private void AddCursors(CursorCommands cursors)
    {
        Add("find", cursors.FindAsync);
        Add("aggregate", cursors.AggregateAsync);
        Add("listCollections", cursors.ListCollectionsAsync);
        Add("listIndexes", cursors.ListIndexesAsync);
        Add("getMore", cursors.GetMoreAsync);
        Add("killCursors", cursors.KillAsync);
    }

    private void AddSchema(SchemaCommands schema)
    {
        Add("count", schema.CountAsync);
        Add("distinct", schema.DistinctAsync);
        Add("create", schema.CreateAsync);
        Add("drop", schema.DropAsync);
        Add("dropDatabase", schema.DropDatabaseAsync);
        Add("createIndexes", schema.CreateIndexesAsync);
        Add("dropIndexes", schema.DropIndexesAsync);
        Add("collMod", schema.CollModAsync);
        Add("renameCollection", schema.RenameCollectionAsync);
        Add("collStats", schema.CollStatsAsync);
        Add("dbStats", schema.DbStatsAsync);
        Add("validate", schema.ValidateAsync);
        Add("listDatabases", schema.ListDatabasesAsync);
    }

    private void Add(string name, Func<CommandRequest, CancellationToken, Task<byte[]>> command) => _commands.Add(name, command);

    private void Add(string name, Func<byte[]> command) => Add(name, (_, _) => Task.FromResult(command()));

    private Task<object?[]?> PingAsync(CancellationToken cancellation) => _engine.FirstRowAsync(new Statement("SELECT 1"), cancellation);

    private async Task<byte[]> EndSessionsAsync(CommandRequest request, CancellationToken cancellation)
    {
        var sessions = request.Body[0].IsBsonArray ? request.Body[0].AsBsonArray.OfType<BsonDocument>().Select(s => s.ToBson()) : [];
        await _retryable.ForgetAsync(sessions, cancellation);
        return Reply.Ok();
    }
}
