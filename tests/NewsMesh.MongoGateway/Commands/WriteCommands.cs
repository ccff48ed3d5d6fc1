using MongoDB.Bson;
using NewsMesh.MongoGateway.Engine;
using NewsMesh.MongoGateway.Wire;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>insert, update, delete, findAndModify.</summary>
internal sealed class WriteCommands(RetryableWrites retryable)
{
    private const string Bson = "$2::bytea::documentdb_core.bson";
    private const string Sequence = "$3::bytea::documentdb_core.bsonsequence";

    public Task<byte[]> InsertAsync(CommandRequest request, CancellationToken cancellation) =>
        RunAsync($"documentdb_api.insert($1, {Bson}, {Sequence})", "documents", request, cancellation);

    public Task<byte[]> UpdateAsync(CommandRequest request, CancellationToken cancellation) =>
        RunAsync($"documentdb_api.update($1, {Bson}, {Sequence})", "updates", request, cancellation);

    public Task<byte[]> DeleteAsync(CommandRequest request, CancellationToken cancellation) =>
        RunAsync($"documentdb_api.delete($1, {Bson}, {Sequence})", "deletes", request, cancellation);

    public async Task<byte[]> FindAndModifyAsync(CommandRequest request, CancellationToken cancellation)
    {
        var call = new Statement($"documentdb_api.find_and_modify($1, {Bson})", request.Database, request.Bytes) { MaxTime = request.MaxTime };
        return (await retryable.RunAsync(call, request, cancellation)).Reply;
    }

    private async Task<byte[]> RunAsync(string function, string sequence, CommandRequest request, CancellationToken cancellation)
    {
        object? documents = request.Sequences.TryGetValue(sequence, out var bytes) ? (object)bytes : null; // the cast keeps null from becoming an empty memory
        var call = new Statement(function, request.Database, request.Bytes, documents) { MaxTime = request.MaxTime };
        var (reply, success) = await retryable.RunAsync(call, request, cancellation);
        return success ? reply : WithMongoCodes(reply);
    }

    // The errors of single statements carry PostgreSQL's states.
    private static byte[] WithMongoCodes(byte[] reply)
    {
        var document = BsonBytes.Read(reply);
        if (!document.TryGetValue("writeErrors", out var errors))
        {
            return reply;
        }

        foreach (var error in errors.AsBsonArray.OfType<BsonDocument>())
        {
            var mapped = SqlState.ToError(SqlState.Unpack(error["code"].ToInt32()));
            error["code"] = mapped.Code;
            error["errmsg"] = EngineErrors.Message(mapped, error["errmsg"].AsString);
        }

        return document.ToBson();
    }
}
