using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup;

/// <summary>
/// Near-duplicate clusters of a stream of articles, in memory. One stream, one object; articles one after the other.
/// </summary>
public sealed class StreamDeduplicator
{
    private readonly InMemorySignatureIndex _index = new();
    private readonly SignatureBuilder _signatures;
    private readonly NearDuplicateFinder _finder;
    private readonly List<string> _ids = [];
    private DateTimeOffset _clock = DateTimeOffset.UnixEpoch;

    public StreamDeduplicator(DedupParameters? parameters = null)
    {
        parameters ??= DedupParameters.Default;
        _signatures = new SignatureBuilder(parameters);
        _finder = new NearDuplicateFinder(_index, parameters);
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
        _ids.Add(article.Id);
        return await _finder.PlaceAsync(
            new IndexedArticle
            {
                ArticleId = article.Id,
                ReceivedAt = _clock,
                PublishedAt = article.PublishedAt,
                Source = article.Source,
                Signature = _signatures.Build(article.Title, article.Text),
            },
            ct);
    }

    /// <summary>The cluster of every article so far, later corrections included.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GetClustersAsync(CancellationToken ct = default)
    {
        var clusters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in _ids)
            clusters[id] = (await _index.GetAsync(id, ct))!.Placement!.ClusterId;
        return clusters;
    }
}
