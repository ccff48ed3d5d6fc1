namespace NewsMesh.Dedup.Placing;

/// <summary>Values of <see cref="PlacementChange.Because"/>.</summary>
public static class ChangeReasons
{
    /// <summary>The new arrival was received before the cluster's earliest member so far.</summary>
    public const string LateOriginal = "late_original";

    /// <summary>The new arrival is a copy of members of two clusters, which are one now.</summary>
    public const string ClustersJoined = "clusters_joined";
}
