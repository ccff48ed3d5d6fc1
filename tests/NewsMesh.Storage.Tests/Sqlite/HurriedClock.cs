namespace NewsMesh.Storage.Tests.Sqlite;

/// <summary>A clock on which five seconds pass between two looks, so that no test waits for a patience to end.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Add(ref _seconds, 5);
}
