namespace NewsMesh.Dedup.Placing;

/// <summary>A later arrival changed the placement of an article that was placed before.</summary>
/// <param name="ArticleId">The article whose placement changed.</param>
/// <param name="Placement">Its placement now.</param>
/// <param name="Because">One of <see cref="ChangeReasons"/>.</param>
public sealed record PlacementChange(string ArticleId, Placement Placement, string Because);
