namespace NewsMesh.Ingest;

/// <summary>What one request led to: a page, a place to look next, or a refusal that may pass or not.</summary>
internal sealed record FetchAttempt
{
    public FetchedPage? Page { get; init; }

    public Uri? RedirectTo { get; init; }

    public IntakeRejection? Rejection { get; init; }

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The wait the server asks for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static FetchAttempt Rejected(IngestFault fault, string detail) => new() { Rejection = new(fault, detail) };
}
