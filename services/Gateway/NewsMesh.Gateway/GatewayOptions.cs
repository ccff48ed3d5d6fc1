using NewsMesh.ServiceDefaults;

namespace NewsMesh.Gateway;

/// <summary>Limits of the HTTP API; configuration section <c>NewsMesh:Gateway</c>, validated at start.</summary>
public sealed record GatewayOptions
{
    public const string Section = "NewsMesh:Gateway";

    /// <summary>Three pages at ingest's default limit of 10 MiB; times <see cref="MaxConcurrentSubmissions"/> it bounds memory.</summary>
    public const long DefaultMaxBodyBytes = 32L * 1024 * 1024;

    /// <summary>Enough to make the round trip cheap, few enough for one answer within seconds.</summary>
    public const int DefaultMaxBatch = 100;

    /// <summary>More at once would only wait for the same broker connection, each with its body in memory.</summary>
    public const int DefaultMaxConcurrentSubmissions = 8;

    /// <summary>Some ten seconds of work for one machine; the in-memory bus holds what waits in memory.</summary>
    public const int DefaultMaxUnfinished = 1000;

    /// <summary>Open pages and scripts that follow the events; each costs a connection and a queue.</summary>
    public const int DefaultMaxEventSubscribers = 100;

    /// <summary>Events kept for late and slow subscribers; whole articles, so some 3 MB at 10 kB each.</summary>
    public const int DefaultEventBuffer = 256;

    /// <summary>Below the 30 to 60 seconds after which common proxies close a silent connection.</summary>
    public static readonly TimeSpan DefaultKeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>Largest body of <c>POST /articles</c> in bytes, 1 KiB to 512 MiB; more is answered with 413.</summary>
    public long MaxBodyBytes { get; init; } = DefaultMaxBodyBytes;

    /// <summary>Most articles in one request, 1 to 10,000; more is answered with 413.</summary>
    public int MaxBatch { get; init; } = DefaultMaxBatch;

    /// <summary>Submissions handled at the same time, 1 to 1,000; more are answered with 429.</summary>
    public int MaxConcurrentSubmissions { get; init; } = DefaultMaxConcurrentSubmissions;

    /// <summary>
    /// Articles accepted here that have no outcome yet, at least <see cref="MaxBatch"/>; more are answered with 429.
    /// Counts on the bus inside the process alone: a broker holds what waits by itself.
    /// </summary>
    public int MaxUnfinished { get; init; } = DefaultMaxUnfinished;

    /// <summary>Open <c>GET /events</c> connections, 1 to 10,000; more are answered with 429.</summary>
    public int MaxEventSubscribers { get; init; } = DefaultMaxEventSubscribers;

    /// <summary>
    /// Events kept for <c>Last-Event-ID</c>, and events a slow subscriber may lag behind before its oldest are dropped;
    /// 1 to 100,000.
    /// </summary>
    public int EventBuffer { get; init; } = DefaultEventBuffer;

    /// <summary>Time without events after which a comment keeps the connection open; 1 second to 10 minutes.</summary>
    public TimeSpan KeepAlive { get; init; } = DefaultKeepAlive;

    /// <summary>Reads and checks the settings. Throws <see cref="SettingException"/> for one that cannot be.</summary>
    public static GatewayOptions From(IConfiguration configuration)
    {
        var options = Settings.Bind<GatewayOptions>(configuration, Section);
        options.Validate();
        return options;
    }

    private void Validate()
    {
        const string Prefix = Section + ":";
        Settings.RequireRange(Prefix + nameof(MaxBodyBytes), MaxBodyBytes, 1024, 512L * 1024 * 1024);
        Settings.RequireRange(Prefix + nameof(MaxBatch), MaxBatch, 1, 10_000);
        Settings.RequireRange(Prefix + nameof(MaxConcurrentSubmissions), MaxConcurrentSubmissions, 1, 1000);
        Settings.RequireRange(Prefix + nameof(MaxUnfinished), MaxUnfinished, MaxBatch, 1_000_000);
        Settings.RequireRange(Prefix + nameof(MaxEventSubscribers), MaxEventSubscribers, 1, 10_000);
        Settings.RequireRange(Prefix + nameof(EventBuffer), EventBuffer, 1, 100_000);
        Settings.RequireRange(Prefix + nameof(KeepAlive) + " (s)", KeepAlive.TotalSeconds, 1, 600);
    }
}
