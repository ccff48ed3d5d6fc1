namespace NewsMesh.Storage;

/// <summary>Settings of a store on a server. Null keeps documents for ever.</summary>
public sealed record StoreOptions
{
    /// <summary>Least time that documents are kept: work in flight needs them.</summary>
    public static readonly TimeSpan MinRetention = TimeSpan.FromHours(1);

    /// <summary>Most: what fits into a TTL index's whole seconds (31 bits).</summary>
    public static readonly TimeSpan MaxRetention = TimeSpan.FromDays(24_000);

    /// <summary>Raw pages, since they were received.</summary>
    public TimeSpan? RawPageRetention { get; init; }

    /// <summary>Articles with their results and their place in listings, since they were received.</summary>
    public TimeSpan? ArticleRetention { get; init; }

    /// <summary>The account of submissions, since they were received.</summary>
    public TimeSpan? SubmissionRetention { get; init; }

    /// <summary>Rejections, since they were received.</summary>
    public TimeSpan? RejectionRetention { get; init; }

    /// <summary>Signatures for near-duplicates, since their article was received.</summary>
    public TimeSpan? SignatureRetention { get; init; }

    /// <summary>Stories, since their last article.</summary>
    public TimeSpan? StoryRetention { get; init; }

    /// <summary>All of them by name.</summary>
    public IEnumerable<(string Name, TimeSpan? Retention)> Retentions =>
    [
        (nameof(RawPageRetention), RawPageRetention),
        (nameof(ArticleRetention), ArticleRetention),
        (nameof(SubmissionRetention), SubmissionRetention),
        (nameof(RejectionRetention), RejectionRetention),
        (nameof(SignatureRetention), SignatureRetention),
        (nameof(StoryRetention), StoryRetention),
    ];
}
