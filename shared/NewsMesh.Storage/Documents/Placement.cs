namespace NewsMesh.Storage.Documents;

/// <summary>Where an article stands among its duplicates.</summary>
public sealed record Placement
{
    public required string ClusterId { get; init; }

    /// <summary>The earliest arrived member; null for that member itself.</summary>
    public string? Of { get; init; }

    /// <summary>The earlier arrived article that this one follows into its cluster; null for the earliest member.</summary>
    public string? Match { get; init; }

    /// <summary>Similarity to that match, 0 to 1.</summary>
    public double Similarity { get; init; }

    /// <summary>unique, exact or near.</summary>
    public required string Status { get; init; }
}
