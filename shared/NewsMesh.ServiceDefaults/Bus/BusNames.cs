namespace NewsMesh.ServiceDefaults;

/// <summary>Queues and exchanges, as users and other services know them.</summary>
public static class BusNames
{
    /// <summary>Where articles are dropped; also the exchange that .NET clients send to.</summary>
    public const string Articles = "newsmesh.articles";
    public const string StrippingQueue = "newsmesh.stripping";
    public const string EntitiesQueue = "newsmesh.entities";
    public const string DedupQueue = "newsmesh.dedup";

    public const string IngestedExchange = "newsmesh.article-ingested";
    public const string StrippedExchange = "newsmesh.article-stripped";
    public const string RecognizedExchange = "newsmesh.entities-recognized";

    /// <summary>Topic exchange of enriched events, key <c>language.status</c>.</summary>
    public const string Enriched = "newsmesh.enriched";

    /// <summary>Topic exchange of rejections, key <c>stage.reason</c>.</summary>
    public const string Rejected = "newsmesh.rejected";

    /// <summary>Topic exchange of corrections, key <c>duplicate</c> or <c>story</c>.</summary>
    public const string Changed = "newsmesh.changed";

    /// <summary>Queues that work waits in, in the order of the stages.</summary>
    public static IReadOnlyList<string> WorkQueues { get; } = [Articles, StrippingQueue, EntitiesQueue, DedupQueue];

    /// <summary>Queue of the messages that failed in a work queue.</summary>
    public static string ErrorQueue(string queue) => queue + "_error";
}
