namespace NewsMesh.Dedup.Stories;

/// <summary>What an article's coming changes, worked out from stories as they were read.</summary>
/// <param name="Home">The article's story.</param>
/// <param name="Writes">
/// In the order in which they keep every article in at least one story: a process that ends in between leaves some in two, none in none.
/// </param>
/// <param name="Changes">What others are told.</param>
internal sealed record StoryPlan(StoryState Home, IReadOnlyList<StoryState> Writes, IReadOnlyList<StoryChange> Changes);
