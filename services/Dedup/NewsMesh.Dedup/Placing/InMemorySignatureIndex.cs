namespace NewsMesh.Dedup.Placing;

/// <summary>The index of one process, for the command line and for tests. Safe for concurrent use.</summary>
public sealed class InMemorySignatureIndex : ISignatureIndex
{
    private readonly Lock _gate = new();
    private readonly int _maxArticlesPerBand;
    private readonly BandPostings _postings = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>By number, in the order of adding; null where another revision has taken the article's place.</summary>
    private readonly List<IndexedArticle?> _articles = [];

    /// <summary>Members of each cluster but its root.</summary>
    private readonly Dictionary<string, List<string>> _followers = new(StringComparer.Ordinal);

    /// <summary>By number: bands shared in the look-up at hand; zero between look-ups.</summary>
    private readonly List<int> _shared = [];

    public InMemorySignatureIndex(DedupParameters? parameters = null)
    {
        _maxArticlesPerBand = (parameters ?? DedupParameters.Default).MaxArticlesPerBand;
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _numbers.Count;
        }
    }

    public Task AddAsync(IndexedArticle article, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(article);
        lock (_gate)
        {
            if (_numbers.TryGetValue(article.ArticleId, out var known))
            {
                if (_articles[known]!.Revision >= article.Revision)
                    return Task.CompletedTask;
                Unfollow(_articles[known]!);
                _articles[known] = null;
            }

            var number = _articles.Count;
            _numbers[article.ArticleId] = number;
            _articles.Add(article with { Placement = null, Signature = article.Signature?.WithoutBands() });
            _shared.Add(0);
            foreach (var band in article.Signature?.Bands ?? [])
                _postings.Add(band, number);
        }

        return Task.CompletedTask;
    }

    public Task<IndexedArticle?> GetAsync(string articleId, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(Find(articleId));
    }

    public Task<IReadOnlyList<IndexedArticle>> FindCandidatesAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(bands);
        Span<int> ofBand = stackalloc int[_maxArticlesPerBand];
        lock (_gate)
        {
            var found = new List<(IndexedArticle Article, int Number)>();
            foreach (var band in bands)
            {
                foreach (var number in ofBand[.._postings.Find(band, ofBand)])
                {
                    if (_articles[number] is { } article && article.ReceivedAt >= receivedFrom && _shared[number]++ == 0)
                        found.Add((article, number));
                }
            }

            found.Sort((a, b) => _shared[b.Number] != _shared[a.Number] ? _shared[b.Number] - _shared[a.Number]
                : a.Article.ArrivedBefore(b.Article) ? -1 : a.Number == b.Number ? 0 : 1);
            foreach (var (_, number) in found)
                _shared[number] = 0;
            return Task.FromResult<IReadOnlyList<IndexedArticle>>([.. found.Take(limit).Select(one => one.Article)]);
        }
    }

    public Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(placement);
        lock (_gate)
        {
            if (Find(articleId) is not { } article || article.Placement != expected)
                return Task.FromResult(false);
            Unfollow(article);
            if (placement.ClusterId != articleId)
            {
                if (!_followers.TryGetValue(placement.ClusterId, out var followers))
                    _followers[placement.ClusterId] = followers = [];
                followers.Add(articleId);
            }

            _articles[_numbers[articleId]] = article with { Placement = placement };
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<IndexedArticle>> GetClusterAsync(string clusterId, int limit, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var members = _followers.GetValueOrDefault(clusterId)?.Select(id => Find(id)!).ToList() ?? [];
            if (Find(clusterId) is { } root && root.Placement?.ClusterId == clusterId)
                members.Add(root);
            members.Sort((a, b) => a.ArrivedBefore(b) ? -1 : a.ArticleId == b.ArticleId ? 0 : 1);
            return Task.FromResult<IReadOnlyList<IndexedArticle>>(members.Count > limit ? members[..limit] : members);
        }
    }

    /// <summary>Removes articles received before a time; <paramref name="removed"/> gets each with the placement it had.</summary>
    public void RemoveBefore(DateTimeOffset receivedBefore, Action<string, Placement?> removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        lock (_gate)
        {
            var numbers = new int[_articles.Count];
            var kept = 0;
            for (var i = 0; i < _articles.Count; i++)
            {
                var article = _articles[i];
                numbers[i] = article is not null && article.ReceivedAt >= receivedBefore ? kept++ : -1;
                if (article is null || numbers[i] >= 0)
                    continue;
                Unfollow(article);
                _numbers.Remove(article.ArticleId);
                removed(article.ArticleId, article.Placement);
            }

            if (kept == _articles.Count)
                return;
            _postings.Renumber(number => numbers[number]);
            _articles.RemoveAll(article => article is null || article.ReceivedAt < receivedBefore);
            _shared.RemoveRange(kept, _shared.Count - kept);
            for (var i = 0; i < _articles.Count; i++)
                _numbers[_articles[i]!.ArticleId] = i;
        }
    }

    private IndexedArticle? Find(string articleId) => _numbers.TryGetValue(articleId, out var number) ? _articles[number] : null;

    private void Unfollow(IndexedArticle article)
    {
        if (article.Placement is { } placement && _followers.TryGetValue(placement.ClusterId, out var followers)
            && followers.Remove(article.ArticleId) && followers.Count == 0)
            _followers.Remove(placement.ClusterId);
    }
}
