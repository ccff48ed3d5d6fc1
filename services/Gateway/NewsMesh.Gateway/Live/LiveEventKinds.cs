namespace NewsMesh.Gateway.Live;

/// <summary>Event types of <c>GET /events</c>.</summary>
public static class LiveEventKinds
{
    public const string Enriched = "enriched";
    public const string Rejected = "rejected";
    public const string Changed = "changed";

    /// <summary>Told to a slow subscriber: so many events were left out before the next one.</summary>
    public const string Dropped = "dropped";
}
