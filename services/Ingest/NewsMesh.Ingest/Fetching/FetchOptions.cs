using System.ComponentModel.DataAnnotations;

namespace NewsMesh.Ingest;

/// <summary>How pages are fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>20 s: slow sites answer in ten.</summary>
    public static readonly TimeSpan DefaultAttemptTimeout = TimeSpan.FromSeconds(20);

    /// <summary>60 s: three attempts with their waits; a consumer is not held up longer by one page.</summary>
    public static readonly TimeSpan DefaultTotalTimeout = TimeSpan.FromSeconds(60);

    /// <summary>5 s.</summary>
    public static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>1 s, doubled for each retry.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>15 s: leaves time for the attempt after it.</summary>
    public static readonly TimeSpan DefaultMaxRetryAfter = TimeSpan.FromSeconds(15);

    /// <summary>60 s.</summary>
    public static readonly TimeSpan DefaultCircuitSampling = TimeSpan.FromSeconds(60);

    /// <summary>60 s.</summary>
    public static readonly TimeSpan DefaultCircuitBreak = TimeSpan.FromSeconds(60);

    /// <summary>One request with its body. 100 ms to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan AttemptTimeout { get; init; } = DefaultAttemptTimeout;

    /// <summary>The whole fetch: all attempts, waits and redirects. 100 ms to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00")]
    public TimeSpan TotalTimeout { get; init; } = DefaultTotalTimeout;

    /// <summary>Name resolution and TCP connect. 100 ms to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ConnectTimeout { get; init; } = DefaultConnectTimeout;

    /// <summary>Requests for one URL, the first included. 1 to 10; 3 outlives a restart of a server.</summary>
    [Range(1, 10)]
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Wait before the first retry, doubled for each further one, with jitter. 0 to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RetryDelay { get; init; } = DefaultRetryDelay;

    /// <summary>The longest Retry-After that is waited for; for a longer one the fetch fails at once. 0 to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan MaxRetryAfter { get; init; } = DefaultMaxRetryAfter;

    /// <summary>0 to 20; browsers allow 20, honest sites need three.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Bytes of the body after decompression. 1 KiB to 32 MiB.</summary>
    [Range(1024, 32 * 1024 * 1024)]
    public int MaxPageBytes { get; init; } = IngestLimits.DefaultMaxPageBytes;

    /// <summary>Connections to one host at a time; further requests wait. 1 to 64; 4 does not trouble a site.</summary>
    [Range(1, 64)]
    public int MaxConnectionsPerHost { get; init; } = 4;

    /// <summary>
    /// Lets pages come from private, loopback, link-local and other addresses that are not on the public internet. False
    /// unless articles are served inside: whoever may submit a URL could otherwise read internal services through us.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Share of failed requests to a host at which no more are sent for a while. 0.05 to 1.</summary>
    [Range(0.05, 1)]
    public double CircuitFailureRatio { get; init; } = 0.5;

    /// <summary>Requests to a host within the sampling time below which the circuit stays closed. 2 to 1,000.</summary>
    [Range(2, 1000)]
    public int CircuitMinRequests { get; init; } = 10;

    /// <summary>500 ms to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan CircuitSampling { get; init; } = DefaultCircuitSampling;

    /// <summary>How long a host is left alone. 500 ms to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan CircuitBreak { get; init; } = DefaultCircuitBreak;

    /// <summary>Hosts whose circuit is remembered; the one unused longest is forgotten. 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int MaxTrackedHosts { get; init; } = 1024;
}
