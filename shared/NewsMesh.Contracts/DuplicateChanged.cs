namespace NewsMesh.Contracts;

/// <summary>A later arrival changed what was said of an article's duplicates; on <c>newsmesh.changed</c>.</summary>
public sealed record DuplicateChanged
{
    public required string ArticleId { get; init; }
    public required string ClusterId { get; init; }
    public string? Of { get; init; }
    public double Similarity { get; init; }

    /// <summary>Machine-readable cause, such as <c>late_original</c>.</summary>
    public required string Because { get; init; }
}
