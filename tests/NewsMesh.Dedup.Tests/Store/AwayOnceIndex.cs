using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Dedup.Tests.Store;

/// <summary>An index whose store is away at the first removal.</summary>
internal sealed class AwayOnceIndex(IDedupIndex index) : IDedupIndex
{
    private int _calls;

    /// <summary>Removals asked for.</summary>
    public int Calls => _calls;

    public Task<int> RemoveBeforeAsync(DateTimeOffset receivedBefore, CancellationToken ct = default) =>
        Interlocked.Increment(ref _calls) == 1 ? throw new StoreUnavailableException("away") : index.RemoveBeforeAsync(receivedBefore, ct);

    public Task AddAsync(SignatureDocument signature, CancellationToken ct = default) => index.AddAsync(signature, ct);

    public Task<SignatureDocument?> GetAsync(string articleId, CancellationToken ct = default) => index.GetAsync(articleId, ct);

    public Task<IReadOnlyList<SignatureDocument>> FindCandidatesAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct = default) =>
        index.FindCandidatesAsync(bands, receivedFrom, limit, ct);

    public Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default) =>
        index.TryPlaceAsync(articleId, placement, expected, ct);

    public Task<IReadOnlyList<SignatureDocument>> GetClusterAsync(string clusterId, int limit, CancellationToken ct = default) =>
        index.GetClusterAsync(clusterId, limit, ct);

    public Task<IReadOnlyList<SignatureDocument>> GetRecentAsync(int limit, CancellationToken ct = default) => index.GetRecentAsync(limit, ct);

    public Task<IReadOnlyList<SignatureDocument>> GetOutdatedAsync(
        int belowVersion, SignatureDocument? after, int limit, CancellationToken ct = default) =>
        index.GetOutdatedAsync(belowVersion, after, limit, ct);

    public Task<bool> TryUpgradeAsync(SignatureDocument signature, CancellationToken ct = default) => index.TryUpgradeAsync(signature, ct);
}
