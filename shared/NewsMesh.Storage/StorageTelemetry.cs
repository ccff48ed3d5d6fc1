using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsMesh.Storage;

/// <summary>Spans and metrics of a store on a server; a host that exports telemetry listens to this name.</summary>
public static class StorageTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "NewsMesh.Storage";

    internal static ActivitySource Source { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Commands that were tried again, by operation and error.</summary>
    internal static Counter<long> Retries { get; } =
        Meter.CreateCounter<long>("newsmesh.store.retries", "{retry}", "Commands to the store that were tried again.");

    /// <summary>How long commands took, retries and waits for a connection included.</summary>
    internal static Histogram<double> Duration { get; } =
        Meter.CreateHistogram<double>("db.client.operation.duration", "s", "Duration of commands to the store.");
}
