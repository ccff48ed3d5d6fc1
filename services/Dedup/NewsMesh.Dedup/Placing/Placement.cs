namespace NewsMesh.Dedup.Placing;

/// <summary>Where an article stands among its duplicates.</summary>
public sealed record Placement
{
    /// <summary>One of <see cref="DuplicateStatuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>The cluster: the articleId of its earliest arrived member.</summary>
    public required string ClusterId { get; init; }

    /// <summary>The earliest arrived member, by (receivedAt, articleId); null for that member itself.</summary>
    public string? Of { get; init; }

    /// <summary>
    /// The earlier arrived article that this one matches best and follows into its cluster; null for the earliest member.
    /// </summary>
    public string? Match { get; init; }

    /// <summary>Similarity to that match, 0 to 1; 0 for a unique article.</summary>
    public double Similarity { get; init; }

    internal static Placement Alone(string articleId) => new() { Status = DuplicateStatuses.Unique, ClusterId = articleId };
}
