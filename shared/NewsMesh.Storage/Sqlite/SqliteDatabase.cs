using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsMesh.Storage.Sqlite;

/// <summary>
/// Turns to read and write one file: a few readers at once, one writer. Waiting for a turn holds no thread. Faults of the
/// store come out as <see cref="StoreUnavailableException"/>.
/// </summary>
internal sealed class SqliteDatabase(SqliteConnections connections, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _readers = new(SqliteLimits.Readers, SqliteLimits.Readers);
    private readonly SemaphoreSlim _writer = new(1, 1);
    private SqliteSession? _writing;
    private volatile bool _disposed;

    public string Path => connections.Path;

    /// <summary>Runs a reading <paramref name="work"/>; each of its statements sees all that was committed before it.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken ct)
    {
        await EnterAsync(_readers, ct);
        SqliteSession? session = null;
        try
        {
            session = _idle.TryTake(out var idle) ? idle : connections.Open();
            var result = work(session);
            _idle.Add(session);
            session = null;
            return result;
        }
        catch (SqliteException e) when (SqliteErrors.IsStoreFault(e.SqliteErrorCode))
        {
            throw SqliteErrors.Unavailable(Path, e.SqliteErrorCode, e);
        }
        finally
        {
            session?.Dispose();
            _readers.Release();
        }
    }

    /// <summary>Runs <paramref name="work"/> in a transaction of its own; all of it is committed, or none.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken ct)
    {
        await EnterAsync(_writer, ct);
        var done = false;
        try
        {
            _writing ??= connections.Open();
            Check(await SqliteLock.TryBeginAsync(_writing, SqliteLimits.Patience, time, ct));
            var result = work(_writing);
            Check(_writing.TryRun("COMMIT"));
            done = true;
            return result;
        }
        catch (SqliteException e) when (SqliteErrors.IsStoreFault(e.SqliteErrorCode))
        {
            throw SqliteErrors.Unavailable(Path, e.SqliteErrorCode, e);
        }
        finally
        {
            if (!done)
            {
                // Rolls back as well: nothing of a failed write may stay in an open transaction.
                CloseWriter();
            }

            _writer.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _writer.WaitAsync();
        CloseWriter();
        _writer.Release();
        for (var i = 0; i < SqliteLimits.Readers; i++)
        {
            await _readers.WaitAsync();
        }

        foreach (var session in _idle)
        {
            session.Dispose();
        }

        _readers.Release(SqliteLimits.Readers);
    }

    private async Task EnterAsync(SemaphoreSlim gate, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!await gate.WaitAsync(SqliteLimits.Patience, ct))
        {
            throw new StoreUnavailableException(
                $"The store file {Path} is too slow: no turn came within {SqliteLimits.Patience.TotalSeconds:F0} s.");
        }

        if (_disposed)
        {
            gate.Release();
            throw new ObjectDisposedException(nameof(SqliteDatabase));
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw SqliteErrors.IsStoreFault(code)
                ? SqliteErrors.Unavailable(Path, code)
                : new InvalidOperationException($"SQLite refused a transaction with code {code}.");
        }
    }

    private void CloseWriter()
    {
        _writing?.Dispose();
        _writing = null;
    }
}
