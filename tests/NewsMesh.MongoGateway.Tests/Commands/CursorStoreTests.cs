using NewsMesh.MongoGateway.Commands;

namespace NewsMesh.MongoGateway.Tests.Commands;

public sealed class CursorStoreTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_cursor_is_taken_once()
    {
        await using var store = new CursorStore(_clock);
        await store.AddAsync(Cursor(1));
        Assert.Equal(1, store.Take(1)!.Id);
        Assert.Null(store.Take(1));
        Assert.False(await store.KillAsync(1));
    }

    [Fact]
    public async Task More_cursors_than_the_limit_are_refused_until_others_were_idle_too_long()
    {
        await using var store = new CursorStore(_clock);
        for (var id = 1; id <= CursorStore.MaxCursors; id++)
        {
            await store.AddAsync(Cursor(id));
        }

        var refused = await Assert.ThrowsAsync<CommandException>(() => store.AddAsync(Cursor(-1)));
        Assert.Equal(MongoError.ExceededMemoryLimit, refused.Error);

        _clock.Passed = CursorStore.IdleTimeout + TimeSpan.FromSeconds(1);
        await store.AddAsync(Cursor(-1));
        Assert.NotNull(store.Take(-1));
        Assert.Null(store.Take(1));
    }

    private static OpenCursor Cursor(long id) => new(id, "db", "things", [], null);

    private sealed class ManualClock : TimeProvider
    {
        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
