using System.Diagnostics;
using NewsMesh.Contracts;

namespace NewsMesh.ServiceDefaults.Telemetry;

/// <summary>Times and traces the stages.</summary>
public sealed class StageRunner(NewsMeshMetrics metrics, TimeProvider clock)
{
    /// <summary>Starts one stage's run over one article; dispose it at the end.</summary>
    public StageRun Start(string stage, string version) => new(stage, version, metrics, clock);
}

/// <summary>One stage's run over one article: its span, its time, its record.</summary>
public sealed class StageRun : IDisposable
{
    private readonly string _stage;
    private readonly string _version;
    private readonly NewsMeshMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _startedAt;
    private readonly long _start;
    private readonly Activity? _activity;

    internal StageRun(string stage, string version, NewsMeshMetrics metrics, TimeProvider clock)
    {
        (_stage, _version, _metrics, _clock) = (stage, version, metrics, clock);
        _startedAt = clock.GetUtcNow();
        _start = clock.GetTimestamp();
        _activity = NewsMeshTelemetry.Source.StartActivity(stage);
        _activity?.SetTag("newsmesh.stage.version", version);
    }

    private double ElapsedMs => Math.Round(_clock.GetElapsedTime(_start).TotalMilliseconds, 3);

    /// <summary>Adds an attribute to the span. Never a body.</summary>
    public void Tag(string name, object? value) => _activity?.SetTag("newsmesh." + name, value);

    /// <summary>The record of the run up to now.</summary>
    public StageRecord Record(string? note = null) => new()
    {
        Stage = _stage,
        StartedAt = _startedAt,
        DurationMs = ElapsedMs,
        Version = _version,
        Note = note,
    };

    public void Dispose()
    {
        _metrics.RecordStage(_stage, ElapsedMs);
        _activity?.Dispose();
    }
}
