namespace NewsMesh.Storage.Mongo;

/// <summary>Limits of the adapter.</summary>
internal static class MongoLimits
{
    /// <summary>
    /// How long the server may work on one command, and wait for the majority of its servers; below the 30 s after which the
    /// client gives the connection up.
    /// </summary>
    public static readonly TimeSpan Command = TimeSpan.FromSeconds(15);

    /// <summary>Bytes of BSON that a document may have when it is written: MongoDB's 16 MiB less what the command around it needs.</summary>
    public const int DocumentBytes = (16 << 20) - (64 << 10);

    /// <summary>Bytes of a revision as stripping leaves it; the results of the later stages have to fit beside it.</summary>
    public const int RevisionBytes = 10 << 20;

    /// <summary>Bytes of a revision's entities with their mentions.</summary>
    public const int EntitiesBytes = 5 << 20;

    /// <summary>Bytes of a raw page's compressed content that are kept in its own document; the rest goes into parts of this size.</summary>
    public const int PageBytes = 12 << 20;

    /// <summary>Distinct words of an article that searches find; more would make an index entry each.</summary>
    public const int SearchWords = 20_000;

    /// <summary>Attempts of one command after the first.</summary>
    public const int Retries = 3;

    /// <summary>First pause between attempts, doubled each time, with jitter.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest pause between attempts.</summary>
    public static readonly TimeSpan MaxRetryDelay = TimeSpan.FromSeconds(1);
}
