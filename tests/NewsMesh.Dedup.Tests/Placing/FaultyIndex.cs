using NewsMesh.Dedup.Placing;

namespace NewsMesh.Dedup.Tests.Placing;

/// <summary>An index that fails once, after a number of operations, or that no longer holds an article.</summary>
internal sealed class FaultyIndex(ISignatureIndex inner) : ISignatureIndex
{
    private int _operations;

    /// <summary>The operation that is done, but whose answer never comes; null for none.</summary>
    public int? FailsAfter { get; init; }

    public string? Hidden { get; init; }

    public bool Failed { get; private set; }

    public async Task AddAsync(IndexedArticle article, CancellationToken ct = default)
    {
        await inner.AddAsync(article, ct);
        Count();
    }

    public async Task<IndexedArticle?> GetAsync(string articleId, CancellationToken ct = default)
    {
        var article = articleId == Hidden ? null : await inner.GetAsync(articleId, ct);
        Count();
        return article;
    }

    public async Task<IReadOnlyList<IndexedArticle>> FindCandidatesAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct = default)
    {
        var found = await inner.FindCandidatesAsync(bands, receivedFrom, limit, ct);
        Count();
        return [.. found.Where(article => article.ArticleId != Hidden)];
    }

    public async Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default)
    {
        var placed = articleId != Hidden && await inner.TryPlaceAsync(articleId, placement, expected, ct);
        Count();
        return placed;
    }

    public async Task<IReadOnlyList<IndexedArticle>> GetClusterAsync(string clusterId, int limit, CancellationToken ct = default)
    {
        var members = await inner.GetClusterAsync(clusterId, limit, ct);
        Count();
        return [.. members.Where(article => article.ArticleId != Hidden)];
    }

    private void Count()
    {
        if (_operations++ != FailsAfter)
            return;
        Failed = true;
        throw new IOException("The process ended here.");
    }
}
