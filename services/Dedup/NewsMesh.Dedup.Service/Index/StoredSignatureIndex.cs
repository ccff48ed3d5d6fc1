using NewsMesh.Dedup.Placing;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;
using Placement = NewsMesh.Dedup.Placing.Placement;
using StoredPlacement = NewsMesh.Storage.Documents.Placement;

namespace NewsMesh.Dedup.Service.Index;

/// <summary>The library's index over the store's.</summary>
internal sealed class StoredSignatureIndex(IDedupIndex store) : ISignatureIndex
{
    public Task AddAsync(IndexedArticle article, CancellationToken ct = default)
    {
        var signature = article.Signature
            ?? throw new ArgumentException("An article is added with its signature.", nameof(article));
        return store.AddAsync(SignatureDocuments.Of(article, signature), ct);
    }

    public async Task<IndexedArticle?> GetAsync(string articleId, CancellationToken ct = default) =>
        await store.GetAsync(articleId, ct) is { } document ? Article(document) : null;

    public async Task<IReadOnlyList<IndexedArticle>> FindCandidatesAsync(
        IReadOnlyList<long> bands, DateTimeOffset receivedFrom, int limit, CancellationToken ct = default) =>
        [.. (await store.FindCandidatesAsync(bands, receivedFrom, limit, ct)).Select(Article)];

    public Task<bool> TryPlaceAsync(string articleId, Placement placement, Placement? expected, CancellationToken ct = default) =>
        store.TryPlaceAsync(articleId, Stored(placement), expected is null ? null : Stored(expected), ct);

    public async Task<IReadOnlyList<IndexedArticle>> GetClusterAsync(string clusterId, int limit, CancellationToken ct = default) =>
        [.. (await store.GetClusterAsync(clusterId, limit, ct)).Select(Article)];

    private static IndexedArticle Article(SignatureDocument document) => new()
    {
        ArticleId = document.ArticleId,
        Revision = document.Revision,
        ReceivedAt = document.ReceivedAt,
        PublishedAt = document.PublishedAt,
        Source = document.Source,
        Signature = SignatureDocuments.Decode(document),
        Placement = document.Placement is { } placement
            ? new Placement
            {
                Status = placement.Status,
                ClusterId = placement.ClusterId,
                Of = placement.Of,
                Match = placement.Match,
                Similarity = placement.Similarity,
            }
            : null,
    };

    private static StoredPlacement Stored(Placement placement) => new()
    {
        Status = placement.Status,
        ClusterId = placement.ClusterId,
        Of = placement.Of,
        Match = placement.Match,
        Similarity = placement.Similarity,
    };
}
