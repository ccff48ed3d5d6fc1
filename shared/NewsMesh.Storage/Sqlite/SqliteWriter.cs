using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMesh.Storage.Sqlite;

/// <summary>
/// The one writer of a process. Writes that wait at the same time share a transaction, and with it one flush to the disk
/// (group commit); each is undone alone where it fails, and none is answered before the commit.
/// </summary>
internal sealed class SqliteWriter(SqliteConnections connections, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentQueue<SqliteTurn> _queue = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private SqliteSession? _session;
    private bool _disposed;

    /// <summary>Runs <paramref name="work"/>; all that it wrote is committed, or nothing.</summary>
    public async Task<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken ct)
    {
        var turn = new SqliteTurn<T>(work);
        _queue.Enqueue(turn);
        try
        {
            if (!await _gate.WaitAsync(SqliteLimits.Patience, ct))
            {
                throw SqliteErrors.TooSlow(connections.Path);
            }

            try
            {
                while (!turn.IsSettled)
                {
                    await CommitBatchAsync(ct);
                }
            }
            finally
            {
                _gate.Release();
            }
        }
        catch when (!turn.TryWithdraw())
        {
            // The write was taken into a transaction by then: what became of it is the answer.
        }

        return await turn.Outcome;
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        _disposed = true;
        CloseSession();
        _gate.Release();
    }

    private async Task CommitBatchAsync(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        List<SqliteTurn> taken = [];
        var committed = false;
        try
        {
            _session ??= connections.Open();
            Check(await SqliteLock.TryBeginAsync(_session, SqliteLimits.Patience, time, ct));
            while (taken.Count < SqliteLimits.CommitBatch && _queue.TryDequeue(out var turn))
            {
                if (turn.TryTake())
                {
                    taken.Add(turn);
                    RunAlone(_session, turn);
                }
            }

            Check(_session.TryRun("COMMIT"));
            committed = true;
            taken.ForEach(turn => turn.Complete());
        }
        catch (SqliteException e) when (SqliteErrors.IsStoreFault(e.SqliteErrorCode))
        {
            throw Failed(taken, SqliteErrors.Unavailable(connections.Path, e.SqliteErrorCode, e));
        }
        catch (Exception e)
        {
            Failed(taken, e);
            throw;
        }
        finally
        {
            if (!committed)
            {
                // Rolls back as well: nothing of a failed write may stay in an open transaction.
                CloseSession();
            }
        }
    }

    private static Exception Failed(List<SqliteTurn> turns, Exception fault)
    {
        turns.ForEach(turn => turn.Fail(fault));
        return fault;
    }

    /// <summary>Runs one write of a transaction; where it fails by a fault of its own, the others are not touched.</summary>
    private static void RunAlone(SqliteSession session, SqliteTurn turn)
    {
        session.Execute("SAVEPOINT turn");
        try
        {
            turn.Run(session);
        }
        catch (Exception e) when (e is not SqliteException s || !SqliteErrors.IsStoreFault(s.SqliteErrorCode))
        {
            session.Execute("ROLLBACK TO turn");
            turn.Fail(e);
        }

        session.Execute("RELEASE turn");
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw SqliteErrors.IsStoreFault(code)
                ? SqliteErrors.Unavailable(connections.Path, code)
                : new InvalidOperationException($"SQLite refused a transaction with code {code}.");
        }
    }

    private void CloseSession()
    {
        _session?.Dispose();
        _session = null;
    }
}
