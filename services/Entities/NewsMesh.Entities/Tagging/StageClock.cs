using System.Diagnostics;

namespace NewsMesh.Entities.Tagging;

/// <summary>Parts of the work, for measuring.</summary>
internal enum Stage
{
    /// <summary>Normal forms, features and vectors of words.</summary>
    Lookup,

    /// <summary>Matrix products over many words.</summary>
    Product,

    /// <summary>The LSTMs' steps.</summary>
    Recurrence,

    Pooling,

    /// <summary>Best paths, confidences, spans.</summary>
    Decode,
}

/// <summary>Adds up the time between laps for each part.</summary>
internal sealed class StageClock
{
    private readonly long[] _ticks = new long[Enum.GetValues<Stage>().Length];
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>The time since the last lap belongs to <paramref name="stage"/>.</summary>
    public void Lap(Stage stage)
    {
        var now = Stopwatch.GetTimestamp();
        _ticks[(int)stage] += now - _last;
        _last = now;
    }

    public TimeSpan Of(Stage stage) => Stopwatch.GetElapsedTime(0, _ticks[(int)stage]);
}
