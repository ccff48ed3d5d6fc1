using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage;

/// <summary>
/// Signatures of articles for near-duplicate look-up. Correct with several workers when each adds its own signature
/// first and looks afterwards: of two concurrent articles at least one sees the other.
/// </summary>
public interface IDedupIndex
{
    /// <summary>Articles of one band that a look-up must see, the latest received.</summary>
    const int ArticlesPerBand = 16;

    /// <summary>What a band counts that one article has: the least number that every count up to sixteen divides, so that sums are exact.</summary>
    internal const int BandWeight = 720_720;

    /// <summary>
    /// Adds an article's signature, visible to every look-up that starts after the call has ended. A signature of the same
    /// article and revision stays as it is, placement included; a higher revision replaces signature and bands and clears
    /// the placement.
    /// </summary>
    Task AddAsync(SignatureDocument signature, CancellationToken ct = default);

    /// <summary>One article's signature with its placement, or null.</summary>
    Task<SignatureDocument?> GetAsync(string articleId, CancellationToken ct = default);

    /// <summary>
    /// Signatures that share at least one band, received at or after a time, at most <paramref name="limit"/>; without their bands.
    /// Each band counts by one over the number of articles that it gives (<see cref="ArticlesPerBand"/> where there are more); the
    /// highest sum comes first, then the earliest received; which of those received at once is the store's to say. May contain the
    /// asking article itself. Of a band that more than <see cref="ArticlesPerBand"/> articles have, all but the latest may be passed
    /// over, so that a look-up is bounded.
    /// </summary>
    Task<IReadOnlyList<SignatureDocument>> FindCandidatesAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct = default);

    /// <summary>Sets an article's placement where it still is <paramref name="expected"/> (null: not placed); false otherwise.</summary>
    Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default);

    /// <summary>Members of a cluster by (receivedAt, articleId).</summary>
    Task<IReadOnlyList<SignatureDocument>> GetClusterAsync(string clusterId, int limit, CancellationToken ct = default);

    /// <summary>The latest received signatures, newest first; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<SignatureDocument>> GetRecentAsync(int limit, CancellationToken ct = default);

    /// <summary>Signatures of a version below one by (signatureVersion, articleId): a page of all of them.</summary>
    /// <param name="belowVersion">The first version that is not outdated.</param>
    /// <param name="after">The last one of the page before, stored still or not; null for the first page.</param>
    /// <param name="limit">Most signatures.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<IReadOnlyList<SignatureDocument>> GetOutdatedAsync(
        int belowVersion, SignatureDocument? after, int limit, CancellationToken ct = default);

    /// <summary>
    /// Replaces signature, version and bands where the stored revision is the same and its version lower; all else, the placement
    /// included, stays. False otherwise.
    /// </summary>
    Task<bool> TryUpgradeAsync(SignatureDocument signature, CancellationToken ct = default);

    /// <summary>Removes signatures received before a time; the number removed.</summary>
    Task<int> RemoveBeforeAsync(DateTimeOffset receivedBefore, CancellationToken ct = default);
}
