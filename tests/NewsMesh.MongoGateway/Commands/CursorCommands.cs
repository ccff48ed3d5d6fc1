using MongoDB.Bson;
using NewsMesh.MongoGateway.Engine;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>Commands that answer page by page: find, aggregate, listCollections, listIndexes; getMore and killCursors.</summary>
internal sealed class CursorCommands(DocumentDb engine, CursorStore cursors)
{
    public Task<byte[]> FindAsync(CommandRequest request, CancellationToken cancellation) =>
        FirstPageAsync("find_cursor_first_page", request, cancellation);

    public Task<byte[]> AggregateAsync(CommandRequest request, CancellationToken cancellation) =>
        FirstPageAsync("aggregate_cursor_first_page", request, cancellation);

    public Task<byte[]> ListCollectionsAsync(CommandRequest request, CancellationToken cancellation) =>
        FirstPageAsync("list_collections_cursor_first_page", request, cancellation);

    public Task<byte[]> ListIndexesAsync(CommandRequest request, CancellationToken cancellation) =>
        FirstPageAsync("list_indexes_cursor_first_page", request, cancellation);

    public async Task<byte[]> GetMoreAsync(CommandRequest request, CancellationToken cancellation)
    {
        var id = Id(request.Body[0]);
        var cursor = cursors.Take(id) ?? throw NotFound(id);
        var keep = false;
        try
        {
            if (cursor.Database != request.Database || cursor.Collection != request.Text("collection"))
            {
                keep = true;
                throw new CommandException(MongoError.Of(13), $"Requested getMore on namespace '{request.Database}.{request.Text("collection")}', "
                    + $"but cursor belongs to a different namespace {cursor.Database}.{cursor.Collection}");
            }

            var statement = new Statement(
                "SELECT cursorpage::bytea, continuation::bytea FROM documentdb_api.cursor_get_more("
                + "$1, $2::bytea::documentdb_core.bson, $3::bytea::documentdb_core.bson)",
                request.Database,
                request.Bytes,
                cursor.Continuation)
            { MaxTime = request.MaxTime };
            var row = cursor.Session is { } session
                ? await session.FirstRowAsync(statement, cancellation)
                : await engine.FirstRowAsync(statement, cancellation);
            if (row![1] is byte[] continuation)
            {
                cursor = cursor with { Continuation = continuation };
                keep = true;
            }

            return (byte[])row[0]!;
        }
        finally
        {
            await KeepOrDropAsync(cursor, keep);
        }
    }

    public async Task<byte[]> KillAsync(CommandRequest request, CancellationToken cancellation)
    {
        var killed = new BsonArray();
        var unknown = new BsonArray();
        foreach (var id in request.Body.GetValue("cursors", new BsonArray()).AsBsonArray)
        {
            (await cursors.KillAsync(Id(id)) ? killed : unknown).Add(id);
        }

        return Reply.Ok(new BsonDocument
        {
            { "cursorsKilled", killed },
            { "cursorsNotFound", unknown },
            { "cursorsAlive", new BsonArray() },
            { "cursorsUnknown", new BsonArray() },
        });
    }

    private async Task<byte[]> FirstPageAsync(string function, CommandRequest request, CancellationToken cancellation)
    {
        var statement = new Statement(
            "SELECT cursorpage::bytea, continuation::bytea, persistconnection, cursorid "
            + $"FROM documentdb_api.{function}($1, $2::bytea::documentdb_core.bson)",
            request.Database,
            request.Bytes)
        { MaxTime = request.MaxTime };
        var session = await engine.OpenAsync(cancellation);
        var keepSession = false;
        try
        {
            var row = await session.FirstRowAsync(statement, cancellation);
            var page = (byte[])row![0]!;
            if (row[1] is byte[] continuation)
            {
                keepSession = (bool)row[2]!;
                var collection = Collection(page);
                await cursors.AddAsync(new OpenCursor((long)row[3]!, request.Database, collection, continuation, keepSession ? session : null));
            }

            return page;
        }
        finally
        {
            if (!keepSession)
            {
                await session.DisposeAsync();
            }
        }
    }

    private async Task KeepOrDropAsync(OpenCursor cursor, bool keep)
    {
        if (keep)
        {
            await cursors.AddAsync(cursor);
        }
        else if (cursor.Session is { } session)
        {
            await session.DisposeAsync();
        }
    }

    // The namespace as the client will repeat it: "$cmd.aggregate" and its like are no collection of the request.
    private static string Collection(byte[] page)
    {
        var name = BsonBytes.Lazy(page)["cursor"]["ns"].AsString;
        return name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
    }

    private static long Id(BsonValue id) => id.IsInt64 || id.IsInt32
        ? id.ToInt64()
        : throw new CommandException(MongoError.TypeMismatch, $"A cursor id of type {id.BsonType}");

    private static CommandException NotFound(long id) => new(MongoError.CursorNotFound, $"cursor id {id} not found");
}
