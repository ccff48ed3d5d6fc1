using NewsMesh.MongoGateway.Commands;

namespace NewsMesh.MongoGateway.Engine;

/// <summary>
/// Runs writes. One with a transaction number is applied once however often it comes: its reply is stored in the engine by the
/// very statement that applies it, so that not even a killed engine applies it twice. See the specification "Retryable Writes".
/// </summary>
internal sealed class RetryableWrites(DocumentDb engine)
{
    private const string Table = EngineSchema.RetryableWrites;

    /// <summary>How long a client may take to send a write again: a session's life in MongoDB.</summary>
    private const string Retention = "30 minutes";
    private const int WritesBetweenSweeps = 5_000;

    private int _writes;

    /// <param name="call">A function call that gives p_result and p_success, its parameters and its time.</param>
    /// <param name="write">The session and the number of the command, where it may come again.</param>
    /// <param name="part">Which part of the command the call is.</param>
    /// <returns>The reply, and whether all of its statements were applied.</returns>
    public async Task<(byte[] Reply, bool Success)> RunAsync(
        Statement call, (byte[] Session, long Number)? write, int part, CancellationToken cancellation)
    {
        if (write is not { } numbered)
        {
            var plain = call with { Sql = $"SELECT p_result::bytea, p_success FROM {call.Sql}" };
            return Read(await engine.FirstRowAsync(plain, cancellation))!.Value;
        }

        object[] key = [numbered.Session, numbered.Number, part];
        await SweepAsync(cancellation);
        var n = call.Parameters.Length;
        var noted = call with
        {
            Sql = $"WITH done AS MATERIALIZED (SELECT p_result::bytea AS reply, p_success AS success FROM {call.Sql}), "
                + $"noted AS (INSERT INTO {Table} (session, number, part, reply, success) "
                + $"SELECT ${n + 1}, ${n + 2}, ${n + 3}, reply, success FROM done) "
                + "SELECT reply, success FROM done",
            Parameters = [.. call.Parameters, .. key],
        };
        try
        {
            return Read(await engine.FirstRowAsync(noted, cancellation))!.Value;
        }
        catch (CommandException)
        {
            // That it was applied before is seen by the table's key, which undoes the second time; or the second time failed
            // by itself, on what the first one left.
            if (await StoredAsync(key, cancellation) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    /// <summary>Forgets the writes of sessions that ended.</summary>
    public Task ForgetAsync(IEnumerable<byte[]> sessions, CancellationToken cancellation) =>
        engine.FirstRowAsync(new Statement($"DELETE FROM {Table} WHERE session = ANY($1)", new object?[] { sessions.ToArray() }), cancellation);

    private async Task<(byte[] Reply, bool Success)?> StoredAsync(object[] key, CancellationToken cancellation) =>
        Read(await engine.FirstRowAsync(
            new Statement($"SELECT reply, success FROM {Table} WHERE session = $1 AND number = $2 AND part = $3", key), cancellation));

    private async Task SweepAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _writes) % WritesBetweenSweeps == 0)
        {
            await engine.FirstRowAsync(new Statement($"DELETE FROM {Table} WHERE at < now() - interval '{Retention}'"), cancellation);
        }
    }

    private static (byte[] Reply, bool Success)? Read(object?[]? row) => row is [byte[] reply, bool success, ..] ? (reply, success) : null;
}
