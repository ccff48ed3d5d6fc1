using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace NewsMesh.Storage.Sqlite;

/// <summary>
/// Turns to read and write one file: a few readers at once, one writer. Waiting for a turn holds no thread. Faults of the
/// store come out as <see cref="StoreUnavailableException"/>.
/// </summary>
internal sealed class SqliteDatabase(SqliteConnections connections, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _readers = new(SqliteLimits.Readers, SqliteLimits.Readers);
    private readonly SqliteWriter _writer = new(connections, time);
    private volatile bool _disposed;

    public string Path => connections.Path;

    /// <summary>Runs a reading <paramref name="work"/>; each of its statements sees all that was committed before it.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken ct)
    {
        await EnterAsync(ct);
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

    /// <summary>Runs a writing <paramref name="work"/>; all that it wrote is committed, or nothing.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        return await _writer.RunAsync(work, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _writer.DisposeAsync();
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

    private async Task EnterAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!await _readers.WaitAsync(SqliteLimits.Patience, ct))
        {
            throw SqliteErrors.TooSlow(Path);
        }

        if (_disposed)
        {
            _readers.Release();
            throw new ObjectDisposedException(nameof(SqliteDatabase));
        }
    }
}
