namespace NewsMesh.Dedup;

internal static class TimeArithmetic
{
    /// <summary>A time earlier by a span; the earliest time there is where that would be out of range.</summary>
    public static DateTimeOffset MinusClamped(this DateTimeOffset time, TimeSpan span) =>
        time.UtcTicks > span.Ticks ? time.ToUniversalTime() - span : DateTimeOffset.MinValue;
}
