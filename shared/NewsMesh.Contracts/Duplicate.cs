namespace NewsMesh.Contracts;

/// <summary>How an article relates to those that came before it.</summary>
public sealed record Duplicate
{
    /// <summary>unique, exact or near.</summary>
    public required string Status { get; init; }

    /// <summary>The earliest arrived member of the cluster; null for a unique article.</summary>
    public string? Of { get; init; }

    /// <summary>Similarity to the best match, 0 to 1.</summary>
    public double Similarity { get; init; }

    /// <summary>The cluster; a unique article has its own.</summary>
    public required string ClusterId { get; init; }
}
