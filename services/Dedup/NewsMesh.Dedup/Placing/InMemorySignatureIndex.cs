namespace NewsMesh.Dedup.Placing;

/// <summary>
/// The index of one process, for the command line and for tests: about a kilobyte an article, two thirds of it the signature, in
/// arrays. Safe for concurrent use.
/// </summary>
public sealed class InMemorySignatureIndex : ISignatureIndex
{
    private readonly Lock _gate = new();
    private readonly int _maxArticlesPerBand;
    private readonly int[] _found;
    private readonly long[] _ranked;
    private readonly BandPostings _postings;
    private readonly SignatureBytes _signatures = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>By number, in the order of adding; without an id where another revision has taken the article's place.</summary>
    private readonly PagedList<ArticleRow> _articles = new();

    /// <summary>Members of each cluster but its root.</summary>
    private readonly Dictionary<string, List<string>> _followers = new(StringComparer.Ordinal);

    public InMemorySignatureIndex(DedupParameters? parameters = null)
    {
        parameters ??= DedupParameters.Default;
        _maxArticlesPerBand = parameters.MaxArticlesPerBand;
        _found = new int[parameters.Bands * parameters.MaxArticlesPerBand];
        _ranked = new long[_found.Length];
        _postings = new BandPostings(parameters.Bands);
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
                if (_articles[known].Revision >= article.Revision)
                    return Task.CompletedTask;
                Forget(ref _articles[known]);
            }

            var number = _articles.Count;
            _postings.Add(number, article.Signature?.Bands ?? []);
            _numbers[article.ArticleId] = number;
            _articles.Add(ArticleRow.Of(article, article.Signature is { } signature ? _signatures.Add(signature.Encode()) : null));
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
        lock (_gate)
        {
            Span<int> counts = stackalloc int[bands.Count];
            _postings.Find(bands, _found, _maxArticlesPerBand, counts);
            var entries = 0;
            for (var i = 0; i < counts.Length; i++)
            {
                foreach (var number in _found.AsSpan(i * _maxArticlesPerBand, counts[i]))
                    _ranked[entries++] = CandidateRanking.Entry(number, CandidateRanking.Weight(counts[i]));
            }

            var candidates = new List<IndexedArticle>();
            foreach (var number in _ranked.AsSpan(0, CandidateRanking.Rank(_ranked.AsSpan(0, entries))))
            {
                if (candidates.Count >= limit)
                    break;
                ref var row = ref _articles[(int)number];
                if (row.ArticleId is not null && row.ReceivedAt >= receivedFrom)
                    candidates.Add(row.Read(_signatures));
            }

            return Task.FromResult<IReadOnlyList<IndexedArticle>>(candidates);
        }
    }

    public Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(placement);
        lock (_gate)
        {
            if (!_numbers.TryGetValue(articleId, out var number) || _articles[number].Placement != expected)
                return Task.FromResult(false);
            Unfollow(articleId, expected);
            if (placement.ClusterId != articleId)
            {
                if (!_followers.TryGetValue(placement.ClusterId, out var followers))
                    _followers[placement.ClusterId] = followers = new List<string>(1);
                followers.Add(articleId);
            }

            _articles[number].Placement = placement;
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
            var kept = new List<int>();
            for (var i = 0; i < _articles.Count; i++)
            {
                ref var row = ref _articles[i];
                if (row.ArticleId is not { } id)
                    continue;
                if (row.ReceivedAt >= receivedBefore)
                {
                    kept.Add(i);
                    continue;
                }

                var placement = row.Placement;
                Forget(ref row);
                _numbers.Remove(id);
                removed(id, placement);
            }

            if (kept.Count == _articles.Count)
                return;
            _postings.Keep(kept);
            for (var i = 0; i < kept.Count; i++)
            {
                _articles[i] = _articles[kept[i]];
                _numbers[_articles[i].ArticleId!] = i;
            }

            _articles.Truncate(kept.Count);
        }
    }

    private IndexedArticle? Find(string articleId) =>
        _numbers.TryGetValue(articleId, out var number) ? _articles[number].Read(_signatures) : null;

    private void Forget(ref ArticleRow row)
    {
        Unfollow(row.ArticleId!, row.Placement);
        if (row.Signature is { } place)
            _signatures.Remove(place);
        row = default;
    }

    private void Unfollow(string articleId, Placement? placement)
    {
        if (placement is not null && _followers.TryGetValue(placement.ClusterId, out var followers)
            && followers.Remove(articleId) && followers.Count == 0)
            _followers.Remove(placement.ClusterId);
    }
}
