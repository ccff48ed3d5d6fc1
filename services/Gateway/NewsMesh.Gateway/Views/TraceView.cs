using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Views;

/// <summary>An article's way through the stages, as a waterfall.</summary>
public sealed record TraceView
{
    public required string ArticleId { get; init; }
    public int Revision { get; init; }

    /// <summary>W3C trace id, to find the spans in a tracing back end.</summary>
    public required string TraceId { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>Milliseconds from the start of the first stage to the end of the last, waiting included.</summary>
    public double TotalMs { get; init; }
    public IReadOnlyList<TraceStage> Stages { get; init; } = [];

    public static TraceView Of(RevisionDocument revision)
    {
        var start = revision.Stages.Count == 0 ? revision.Article.ReceivedAt : revision.Stages.Min(s => s.StartedAt);
        TraceStage[] stages = [.. revision.Stages.Select(s => TraceStage.Of(s, start))];
        return new TraceView
        {
            ArticleId = revision.ArticleId,
            Revision = revision.Revision,
            TraceId = revision.TraceId,
            ReceivedAt = revision.Article.ReceivedAt,
            AnnouncedAt = revision.AnnouncedAt,
            TotalMs = stages.Length == 0 ? 0 : stages.Max(s => s.OffsetMs + s.DurationMs),
            Stages = stages,
        };
    }
}

/// <summary>One bar of the waterfall: <see cref="OffsetMs"/> milliseconds after the first stage began.</summary>
public sealed record TraceStage(
    string Stage, DateTimeOffset StartedAt, double OffsetMs, double DurationMs, string Version, string? Note)
{
    internal static TraceStage Of(StageRecord record, DateTimeOffset start) => new(
        record.Stage, record.StartedAt, (record.StartedAt - start).TotalMilliseconds, record.DurationMs, record.Version, record.Note);
}
