namespace NewsMesh.Dedup.Placing;

/// <summary>Values of <see cref="Placement.Status"/>.</summary>
public static class DuplicateStatuses
{
    /// <summary>The earliest arrived of its cluster, alone or not.</summary>
    public const string Unique = "unique";

    /// <summary>Equal after normalisation to an article of its cluster.</summary>
    public const string Exact = "exact";

    /// <summary>Made from the same text as an article of its cluster.</summary>
    public const string Near = "near";
}
