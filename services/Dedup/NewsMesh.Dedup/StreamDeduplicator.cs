using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup;

/// <summary>
/// Near-duplicate clusters of a stream of articles, in memory. One stream, one object; articles one after the other.
/// </summary>
public sealed class StreamDeduplicator
{
    /// <summary>How often articles that have left the window are removed.</summary>
    private static readonly TimeSpan SweepInterval = TimeSpan.FromDays(1);

    private readonly DedupParameters _parameters;
    private readonly InMemorySignatureIndex _index;
    private readonly SignatureBuilder _signatures;
    private readonly NearDuplicateFinder _finder;
    private readonly List<string> _ids = [];
    private readonly Dictionary<string, string> _clustersOfRemoved = new(StringComparer.Ordinal);
    private DateTimeOffset _clock = DateTimeOffset.UnixEpoch;
    private DateTimeOffset _swept = DateTimeOffset.UnixEpoch;

    public StreamDeduplicator(DedupParameters? parameters = null)
    {
        _parameters = parameters ?? DedupParameters.Default;
        _index = new InMemorySignatureIndex(_parameters);
        _signatures = new SignatureBuilder(_parameters);
        _finder = new NearDuplicateFinder(_index, _parameters);
    }

    /// <summary>
    /// Places the next article; the first one of an id counts. The stream's clock follows publication times and never goes
    /// back; an article without one arrives when its predecessor did.
    /// </summary>
    public async Task<PlacementResult> AddAsync(StreamArticle article, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.PublishedAt > _clock)
            _clock = article.PublishedAt.Value;
        if (_clock - _swept >= SweepInterval)
        {
            _index.RemoveBefore(
                _clock.MinusClamped(_parameters.Window), (id, placement) => _clustersOfRemoved.TryAdd(id, placement?.ClusterId ?? id));
            _swept = _clock;
        }

        _ids.Add(article.Id);
        var signature = _signatures.Build(article.Title, article.Text, article.Source);
        var placed = await _finder.PlaceAsync(
            new IndexedArticle
            {
                ArticleId = article.Id,
                ReceivedAt = _clock,
                PublishedAt = article.PublishedAt,
                Source = article.Source,
                Signature = signature,
            },
            ct);
        _signatures.Learn(article.Source, signature, placed.Followed);
        return placed;
    }

    /// <summary>The cluster of every article so far, later corrections included.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GetClustersAsync(CancellationToken ct = default)
    {
        var clusters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in _ids)
            clusters[id] = (await _index.GetAsync(id, ct))?.Placement?.ClusterId ?? _clustersOfRemoved[id];
        return clusters;
    }
}
