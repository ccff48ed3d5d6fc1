using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsMesh.ServiceDefaults.Telemetry;

/// <summary>NewsMesh's metrics; meter <c>NewsMesh</c>.</summary>
public sealed class NewsMeshMetrics : IDisposable
{
    private readonly Meter _meter = new(NewsMeshTelemetry.Name);
    private readonly Counter<long> _outcomes;
    private readonly Counter<long> _bytes;
    private readonly Histogram<double> _stageDuration;
    private readonly Histogram<double> _latency;

    public NewsMeshMetrics()
    {
        _outcomes = _meter.CreateCounter<long>("newsmesh.articles", "{article}", "Submissions by outcome, and by stage and reason where rejected.");
        _bytes = _meter.CreateCounter<long>("newsmesh.ingest.bytes", "By", "Bytes of accepted pages.");
        _stageDuration = _meter.CreateHistogram<double>("newsmesh.stage.duration", "ms", "Time that one article spends in one stage.");
        _latency = _meter.CreateHistogram<double>("newsmesh.article.latency", "ms", "Time from acceptance to the enriched event.");
    }

    public void CountOutcome(string status, string? stage, string? reason) =>
        _outcomes.Add(1, new TagList { { "outcome", status }, { "stage", stage }, { "reason", reason } });

    public void CountBytes(long bytes) => _bytes.Add(bytes);

    /// <summary>One stage's run, milliseconds.</summary>
    public void RecordStage(string stage, double milliseconds) =>
        _stageDuration.Record(milliseconds, new KeyValuePair<string, object?>("stage", stage));

    /// <summary>Acceptance to announcement, milliseconds.</summary>
    public void RecordLatency(double milliseconds) => _latency.Record(milliseconds);

    public void Dispose() => _meter.Dispose();
}
