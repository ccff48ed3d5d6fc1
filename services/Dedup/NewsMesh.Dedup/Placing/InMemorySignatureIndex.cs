namespace NewsMesh.Dedup.Placing;

/// <summary>The index of one process, for the command line and for tests. Safe for concurrent use.</summary>
public sealed class InMemorySignatureIndex : ISignatureIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IndexedArticle> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<string>> _bands = [];
    private readonly Dictionary<string, HashSet<string>> _clusters = new(StringComparer.Ordinal);

    public Task AddAsync(IndexedArticle article, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(article);
        lock (_gate)
        {
            if (_articles.TryGetValue(article.ArticleId, out var known))
            {
                if (known.Revision >= article.Revision)
                    return Task.CompletedTask;
                foreach (var band in known.Signature?.Bands ?? [])
                    Remove(_bands, band, known.ArticleId);
                if (known.Placement is not null)
                    Remove(_clusters, known.Placement.ClusterId, known.ArticleId);
            }

            _articles[article.ArticleId] = article with { Placement = null };
            foreach (var band in article.Signature?.Bands ?? [])
                Add(_bands, band, article.ArticleId);
        }

        return Task.CompletedTask;
    }

    public Task<IndexedArticle?> GetAsync(string articleId, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(_articles.GetValueOrDefault(articleId));
    }

    public Task<IReadOnlyList<IndexedArticle>> FindCandidatesAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(bands);
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        lock (_gate)
        {
            foreach (var band in bands)
            {
                foreach (var id in _bands.GetValueOrDefault(band) ?? [])
                    shared[id] = shared.GetValueOrDefault(id) + 1;
            }

            return Task.FromResult<IReadOnlyList<IndexedArticle>>([.. shared
                .Select(pair => (Article: _articles[pair.Key], Shared: pair.Value))
                .Where(found => found.Article.ReceivedAt >= receivedFrom)
                .OrderByDescending(found => found.Shared)
                .ThenBy(found => found.Article.ReceivedAt)
                .ThenBy(found => found.Article.ArticleId, StringComparer.Ordinal)
                .Take(limit)
                .Select(found => found.Article)]);
        }
    }

    public Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(placement);
        lock (_gate)
        {
            if (!_articles.TryGetValue(articleId, out var article) || article.Placement != expected)
                return Task.FromResult(false);
            if (expected is not null)
                Remove(_clusters, expected.ClusterId, articleId);
            Add(_clusters, placement.ClusterId, articleId);
            _articles[articleId] = article with { Placement = placement };
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<IndexedArticle>> GetClusterAsync(string clusterId, int limit, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<IndexedArticle>>([.. (_clusters.GetValueOrDefault(clusterId) ?? [])
                .Select(id => _articles[id])
                .OrderBy(article => article.ReceivedAt)
                .ThenBy(article => article.ArticleId, StringComparer.Ordinal)
                .Take(limit)]);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, HashSet<string>> index, TKey key, string articleId)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var ids))
            index[key] = ids = new HashSet<string>(StringComparer.Ordinal);
        ids.Add(articleId);
    }

    private static void Remove<TKey>(Dictionary<TKey, HashSet<string>> index, TKey key, string articleId)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var ids) && ids.Remove(articleId) && ids.Count == 0)
            index.Remove(key);
    }
}
