namespace NewsMesh.Dedup.Placing;

/// <summary>Values of <see cref="PlacementChange.Because"/>.</summary>
public static class ChangeReasons
{
    /// <summary>The new arrival was received before articles that match it better than any earlier one.</summary>
    public const string LateOriginal = "late_original";

    /// <summary>The article that this one follows went to another cluster, or left its own with a revision.</summary>
    public const string MatchMoved = "match_moved";
}
