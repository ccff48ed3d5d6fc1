using System.Diagnostics;

namespace NewsMesh.ServiceDefaults.Telemetry;

/// <summary>Names and the activity source of NewsMesh's own spans.</summary>
public static class NewsMeshTelemetry
{
    /// <summary>Name of NewsMesh's activity source and meter.</summary>
    public const string Name = "NewsMesh";

    /// <summary>MassTransit's activity source and meter.</summary>
    public const string MassTransitName = "MassTransit";

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Trace id of the current span, or a random one where there is none.</summary>
    public static string CurrentTraceId() =>
        (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
}
