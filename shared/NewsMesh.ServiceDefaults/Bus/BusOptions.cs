namespace NewsMesh.ServiceDefaults;

/// <summary>How a service talks to the bus; configuration section <c>NewsMesh:BusOptions</c>.</summary>
public sealed record BusOptions
{
    /// <summary>
    /// More than one, since writes that wait together share a flush to the disk, and ingest waits for pages. Measured on two
    /// busy cores (four services, RabbitMQ, SQLite): 21 articles/s with 1, 26 with 2, 27 with 4, 32 with 8, 28 with 16; from
    /// 2 on the difference is within that measurement's noise, and more messages at once only hold more memory.
    /// </summary>
    public const int DefaultConcurrency = 4;

    /// <summary>
    /// Some messages in hand for every worker, few enough that a restart redelivers little. In the same measurement 34
    /// articles/s with 4, 27 with 16, 28 with 64: no more than its noise, so nothing is won by a larger number.
    /// </summary>
    public const int DefaultPrefetch = 16;

    /// <summary>What the broker can ever deliver (RabbitMQ's hard limit): a lower one here would stop the endpoint for ever.</summary>
    public const uint DefaultMaxMessageBytes = 512u * 1024 * 1024;

    /// <summary>Ten MiB of page grow when they are escaped as JSON.</summary>
    public const int DefaultMaxSubmissionBytes = 32 * 1024 * 1024;

    /// <summary>Messages that each stage works on at once, 1 to 256.</summary>
    public int Concurrency { get; init; } = DefaultConcurrency;

    /// <summary>Messages that the broker hands to a stage ahead of time, 1 to 4096.</summary>
    public int Prefetch { get; init; } = DefaultPrefetch;

    /// <summary>Largest message that the client accepts, bytes; at least the broker's <c>max_message_size</c>.</summary>
    public uint MaxMessageBytes { get; init; } = DefaultMaxMessageBytes;

    /// <summary>Largest submission that is read at all, bytes; a larger message is rejected as too_large without being parsed.</summary>
    public int MaxSubmissionBytes { get; init; } = DefaultMaxSubmissionBytes;

    /// <summary>How long a publish may wait for the broker's confirm.</summary>
    public TimeSpan PublishTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>First pause before work that met an absent store is tried again.</summary>
    public TimeSpan RetryMin { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest such pause; work is tried again until the store is back.</summary>
    public TimeSpan RetryMax { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a host waits at start for the broker before it gives up.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a stopping host lets work in flight finish; the rest goes back to its queue.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(20);

    internal void Validate()
    {
        const string Prefix = "NewsMesh:BusOptions:";
        Settings.RequireRange(Prefix + nameof(Concurrency), Concurrency, 1, 256);
        Settings.RequireRange(Prefix + nameof(Prefetch), Prefetch, 1, 4096);
        Settings.RequireRange(Prefix + nameof(MaxMessageBytes), MaxMessageBytes, 1024 * 1024, DefaultMaxMessageBytes);
        Settings.RequireRange(Prefix + nameof(MaxSubmissionBytes), MaxSubmissionBytes, 1024, MaxMessageBytes);
        Settings.RequireRange(Prefix + nameof(PublishTimeout) + " (s)", PublishTimeout.TotalSeconds, 1, 600);
        Settings.RequireRange(Prefix + nameof(RetryMin) + " (s)", RetryMin.TotalSeconds, 0.001, RetryMax.TotalSeconds);
        Settings.RequireRange(Prefix + nameof(RetryMax) + " (s)", RetryMax.TotalSeconds, 0.001, 600);
        Settings.RequireRange(Prefix + nameof(StartTimeout) + " (s)", StartTimeout.TotalSeconds, 1, 3600);
        Settings.RequireRange(Prefix + nameof(StopTimeout) + " (s)", StopTimeout.TotalSeconds, 0, 600);
    }
}
