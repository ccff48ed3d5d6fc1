using System.Collections.Concurrent;
using NewsMesh.MongoGateway.Engine;

namespace NewsMesh.MongoGateway.Commands;

/// <summary>What is left of a query: the engine's continuation, and its connection where the query lives in that.</summary>
internal sealed record OpenCursor(long Id, string Database, string Collection, byte[] Continuation, EngineSession? Session)
{
    public long LastUsed { get; set; }
}

/// <summary>Open cursors, bounded in number and in idle time. One that is being read is not in it.</summary>
internal sealed class CursorStore(TimeProvider clock) : IAsyncDisposable
{
    public const int MaxCursors = 1_000;
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<long, OpenCursor> _cursors = new();

    /// <exception cref="CommandException">Too many cursors are open.</exception>
    public async Task AddAsync(OpenCursor cursor)
    {
        if (_cursors.Count >= MaxCursors)
        {
            await DropIdleAsync();
        }

        if (_cursors.Count >= MaxCursors)
        {
            await DropAsync(cursor);
            throw new CommandException(MongoError.ExceededMemoryLimit, $"{MaxCursors} cursors are open.");
        }

        cursor.LastUsed = clock.GetTimestamp();
        _cursors[cursor.Id] = cursor;
    }

    public OpenCursor? Take(long id) => _cursors.TryRemove(id, out var cursor) ? cursor : null;

    public async Task<bool> KillAsync(long id)
    {
        if (Take(id) is not { } cursor)
        {
            return false;
        }

        await DropAsync(cursor);
        return true;
    }

    public ValueTask DisposeAsync() => new(ClearAsync());

    public async Task ClearAsync()
    {
        foreach (var id in _cursors.Keys)
        {
            await KillAsync(id);
        }
    }

    private async Task DropIdleAsync()
    {
        foreach (var cursor in _cursors.Values.Where(c => clock.GetElapsedTime(c.LastUsed) > IdleTimeout))
        {
            await KillAsync(cursor.Id);
        }
    }

    private static ValueTask DropAsync(OpenCursor cursor) => cursor.Session?.DisposeAsync() ?? ValueTask.CompletedTask;
}
