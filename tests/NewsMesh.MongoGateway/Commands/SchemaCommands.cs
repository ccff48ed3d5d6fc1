using MongoDB.Bson;
using NewsMesh.MongoGateway.Engine;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>Databases, collections and indexes.</summary>
internal sealed class SchemaCommands(DocumentDb engine)
{
    private const string Spec = "$2::bytea::documentdb_core.bson";
    private static readonly TimeSpan PauseBetweenChecks = TimeSpan.FromMilliseconds(20);

    public Task<byte[]> CreateAsync(CommandRequest request, CancellationToken cancellation) =>
        DocumentAsync($"documentdb_api.create_collection_view($1, {Spec})", request, cancellation);

    public Task<byte[]> CountAsync(CommandRequest request, CancellationToken cancellation) =>
        DocumentAsync($"documentdb_api.count_query($1, {Spec})", request, cancellation);

    public Task<byte[]> DistinctAsync(CommandRequest request, CancellationToken cancellation) =>
        DocumentAsync($"documentdb_api.distinct_query($1, {Spec})", request, cancellation);

    public Task<byte[]> ValidateAsync(CommandRequest request, CancellationToken cancellation) =>
        DocumentAsync($"documentdb_api.validate($1, {Spec})", request, cancellation);

    public Task<byte[]> CollModAsync(CommandRequest request, CancellationToken cancellation) =>
        engine.DocumentAsync(
            new Statement("SELECT documentdb_api.coll_mod($1, $2, $3::bytea::documentdb_core.bson)::bytea",
                request.Database, request.Collection, request.Bytes),
            cancellation);

    public Task<byte[]> RenameCollectionAsync(CommandRequest request, CancellationToken cancellation) =>
        engine.DocumentAsync(new Statement("SELECT documentdb_api.rename_collection($1::bytea::documentdb_core.bson)::bytea", request.Bytes), cancellation);

    public Task<byte[]> CollStatsAsync(CommandRequest request, CancellationToken cancellation) =>
        engine.DocumentAsync(
            new Statement("SELECT documentdb_api.coll_stats($1, $2, $3)::bytea", request.Database, request.Collection, Scale(request)), cancellation);

    public Task<byte[]> DbStatsAsync(CommandRequest request, CancellationToken cancellation) =>
        engine.DocumentAsync(new Statement("SELECT documentdb_api.db_stats($1, $2)::bytea", request.Database, Scale(request)), cancellation);

    public Task<byte[]> ListDatabasesAsync(CommandRequest request, CancellationToken cancellation) =>
        engine.DocumentAsync(
            new Statement("SELECT documentdb_api.list_databases($1::bytea::documentdb_core.bson)::bytea", request.Bytes), cancellation);

    public async Task<byte[]> DropAsync(CommandRequest request, CancellationToken cancellation)
    {
        var row = await engine.FirstRowAsync(
            new Statement("SELECT documentdb_api.drop_collection($1, $2)", request.Database, request.Collection), cancellation);
        var fields = row is [true] ? new BsonDocument("ns", $"{request.Database}.{request.Collection}") : [];
        return Reply.Ok(fields);
    }

    public async Task<byte[]> DropDatabaseAsync(CommandRequest request, CancellationToken cancellation)
    {
        await engine.FirstRowAsync(new Statement("SELECT documentdb_api.drop_database($1)", request.Database), cancellation);
        return Reply.Ok(new BsonDocument("dropped", request.Database));
    }

    public async Task<byte[]> CreateIndexesAsync(CommandRequest request, CancellationToken cancellation)
    {
        var row = await engine.FirstRowAsync(
            new Statement($"SELECT retval::bytea, ok, requests::bytea FROM documentdb_api.create_indexes_background($1, {Spec})",
                request.Database, request.Bytes)
            { MaxTime = request.MaxTime },
            cancellation);
        var reply = IndexReply(row!);
        if (row![2] is byte[] build && BsonBytes.Lazy(build).ElementCount > 0)
        {
            await WaitForBuildAsync(build, cancellation);
        }

        return reply;
    }

    public async Task<byte[]> DropIndexesAsync(CommandRequest request, CancellationToken cancellation)
    {
        var reply = BsonBytes.Read(await engine.DocumentAsync(
            new Statement($"CALL {EngineSchema.DropIndexes}($1, $2, NULL)", request.Database, request.Bytes), cancellation));
        return reply["ok"].ToBoolean() ? Reply.Ok(reply) : throw Failure(reply);
    }

    // A build that has to read documents is queued for the engine's scheduler, which looks every few seconds: the gateway starts
    // it at once. createIndexes answers when the index is there.
    private async Task WaitForBuildAsync(byte[] build, CancellationToken cancellation)
    {
        while (true)
        {
            await engine.FirstRowAsync(new Statement("CALL documentdb_api_internal.build_index_concurrently(1)"), cancellation);
            var row = await engine.FirstRowAsync(
                new Statement("SELECT retval::bytea, ok, complete FROM documentdb_api_internal.check_build_index_status($1::bytea::documentdb_core.bson)", build),
                cancellation);
            IndexReply(row!);
            if (row![2] is true)
            {
                return;
            }

            await Task.Delay(PauseBetweenChecks, cancellation);
        }
    }

    private static byte[] IndexReply(object?[] row)
    {
        var reply = BsonBytes.Read((byte[])row[0]!);
        if (row[1] is not true)
        {
            throw Failure(reply);
        }

        // The engine's reply is a sharded cluster's, by shard.
        return Reply.Ok(reply.TryGetValue("raw", out var raw) && raw.AsBsonDocument.ElementCount > 0 ? raw[0].AsBsonDocument : reply);
    }

    private static CommandException Failure(BsonDocument reply)
    {
        var detail = reply.TryGetValue("raw", out var raw) && raw.AsBsonDocument.ElementCount > 0 ? raw[0].AsBsonDocument : reply;
        var error = detail.TryGetValue("code", out var code) ? SqlState.ToError(SqlState.Unpack(code.ToInt32())) : MongoError.InternalError;
        return new CommandException(error, detail.GetValue("errmsg", "The engine gave no reason.").ToString()!);
    }

    private Task<byte[]> DocumentAsync(string call, CommandRequest request, CancellationToken cancellation) =>
        engine.DocumentAsync(
            new Statement($"SELECT result::bytea FROM {call} AS result(result)", request.Database, request.Bytes) { MaxTime = request.MaxTime },
            cancellation);

    private static double Scale(CommandRequest request) => request.Body.GetValue("scale", 1).ToDouble();
}
