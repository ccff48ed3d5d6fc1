namespace NewsMesh.Dedup.Placing;

/// <summary>
/// Where signatures and placements live. Every operation is atomic for one article; several workers, in one process or in
/// many, may use one index at once.
/// </summary>
public interface ISignatureIndex
{
    /// <summary>
    /// Adds an article, visible to every look-up that starts after the call has ended. The same article and revision stays
    /// as it is, placement included; a higher revision replaces the signature and clears the placement.
    /// </summary>
    Task AddAsync(IndexedArticle article, CancellationToken ct = default);

    /// <summary>One article, or null.</summary>
    Task<IndexedArticle?> GetAsync(string articleId, CancellationToken ct = default);

    /// <summary>
    /// Articles that share at least one band, received at or after a time, at most <paramref name="limit"/>. Each band counts by one
    /// over the number of articles that it gives; the highest sum comes first, and which of equal sums is the index's to say. May
    /// contain the asking article itself. Of a band that very many articles have, an index may pass over all but the latest, so that
    /// the look-up is bounded.
    /// </summary>
    Task<IReadOnlyList<IndexedArticle>> FindCandidatesAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct = default);

    /// <summary>Sets a placement where it still is <paramref name="expected"/> (null: not placed); false otherwise.</summary>
    Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default);

    /// <summary>Articles whose placement names a cluster, the earliest arrived first; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<IndexedArticle>> GetClusterAsync(string clusterId, int limit, CancellationToken ct = default);
}
