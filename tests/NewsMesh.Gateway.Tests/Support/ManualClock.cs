namespace NewsMesh.Gateway.Tests.Support;

/// <summary>The wall clock moves when the test says; timers are the system's.</summary>
public sealed class ManualClock : TimeProvider
{
    private long _ticks = Stored.Received.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
