namespace NewsMesh.Contracts;

/// <summary>A later arrival changed what was said of an article's duplicates; on <c>newsmesh.changed</c>.</summary>
public sealed record DuplicateChanged
{
    /// <summary>The article whose answer changed.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The cluster that it is in now.</summary>
    public required string ClusterId { get; init; }

    /// <summary>The earliest arrived member of the cluster.</summary>
    public string? Of { get; init; }

    /// <summary>Similarity to the best match, 0 to 1.</summary>
    public double Similarity { get; init; }

    /// <summary>Machine-readable cause, such as <c>late_original</c>.</summary>
    public required string Because { get; init; }
}
