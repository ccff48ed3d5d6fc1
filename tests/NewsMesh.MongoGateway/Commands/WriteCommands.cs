using NewsMesh.MongoGateway.Engine;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>insert, update, delete, findAndModify.</summary>
internal sealed class WriteCommands(RetryableWrites retryable)
{
    /// <summary>A call of one of these takes the database, the command without its statements, and statements one after the other.</summary>
    private const string Arguments = "($1, $2::bytea::documentdb_core.bson, $3::bytea::documentdb_core.bsonsequence)";

    public Task<byte[]> InsertAsync(CommandRequest request, CancellationToken cancellation) =>
        RunAsync("documentdb_api.insert", WriteStatements.Of(request, "documents"), request, cancellation);

    public Task<byte[]> UpdateAsync(CommandRequest request, CancellationToken cancellation) =>
        RunAsync("documentdb_api.update", WriteStatements.Of(request, "updates"), request, cancellation);

    public Task<byte[]> DeleteAsync(CommandRequest request, CancellationToken cancellation) =>
        RunAsync("documentdb_api.delete", WriteStatements.Of(request, "deletes"), request, cancellation);

    public async Task<byte[]> FindAndModifyAsync(CommandRequest request, CancellationToken cancellation)
    {
        var call = new Statement("documentdb_api.find_and_modify($1, $2::bytea::documentdb_core.bson)", request.Database, request.Bytes)
        {
            MaxTime = request.MaxTime,
        };
        return (await retryable.RunAsync(call, request.RetryableWrite, 0, cancellation)).Reply;
    }

    // A call is one transaction, a statement of MongoDB is one by itself: calls of several updates would lock documents for each
    // other and end in deadlocks, which no client of MongoDB knows. Documents to insert wait for each other only where they are
    // equal; they go together, and what met a conflict goes again.
    private async Task<byte[]> RunAsync(string function, WriteStatements statements, CommandRequest request, CancellationToken cancellation)
    {
        var results = new WriteResults(statements.Ordered);
        var together = request.Name == "insert" ? statements.Count : 1;
        var pending = new Stack<WritePart>(statements.Ranges(together).Reverse().Select(range => new WritePart(range, 0)));
        while (pending.TryPop(out var part))
        {
            var call = new Statement(function + Arguments, request.Database, statements.Command, statements.Bytes(part.Range)) { MaxTime = request.MaxTime };
            try
            {
                var (reply, success) = await retryable.RunAsync(call, request.RetryableWrite, part.Key, cancellation);
                if (success && part.Length == statements.Count)
                {
                    return reply;
                }

                results.Add(reply, part, pending);
            }
            catch (CommandException error) when (IsOfStatement(error.Error))
            {
                results.Add(error, part);
            }

            if (results.IsAtEnd)
            {
                break;
            }
        }

        return results.Reply();
    }

    /// <summary>Whether an error is one statement's, to be told in "writeErrors", and not the whole command's.</summary>
    private static bool IsOfStatement(MongoError error) =>
        error != MongoError.MaxTimeMSExpired && error != MongoError.InvalidNamespace && error != MongoError.InternalError;
}
