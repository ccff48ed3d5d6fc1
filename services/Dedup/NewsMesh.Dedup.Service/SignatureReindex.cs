using NewsMesh.Dedup.Service.Index;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Dedup.Service;

/// <summary>
/// Makes the signatures of older versions anew, from the stored articles. Placements stay. It may run beside the service, may end
/// at any point, and goes on from there.
/// </summary>
public sealed class SignatureReindex(IStore store, DedupParameters parameters)
{
    private const int BatchSize = 200;

    /// <summary>What a run did.</summary>
    /// <param name="Renewed">Signatures made anew.</param>
    /// <param name="WithoutArticle">Signatures left as they are, because their articles are no longer stored.</param>
    public readonly record struct Result(int Renewed, int WithoutArticle);

    /// <param name="tick">Called for each signature that was looked at.</param>
    /// <param name="ct">Ends the run between two articles.</param>
    /// <exception cref="StoreUnavailableException">The store is away; another run goes on.</exception>
    public async Task<Result> RunAsync(Action tick, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tick);
        var builder = new SignatureBuilder(parameters);
        SignatureDocument? last = null;
        var (renewed, withoutArticle) = (0, 0);
        while (true)
        {
            var batch = await store.DedupIndex.GetOutdatedAsync(ArticleSignature.CurrentVersion, last, BatchSize, ct);
            if (batch.Count == 0)
                return new Result(renewed, withoutArticle);
            last = batch[^1];
            foreach (var document in batch)
            {
                var article = (await store.Articles.GetAsync(document.ArticleId, document.Revision, ct))?.Article;
                if (article is null)
                {
                    withoutArticle++;
                }
                else
                {
                    var signature = builder.Build(article.Title ?? "", article.Text, document.Source);
                    if (await store.DedupIndex.TryUpgradeAsync(SignatureDocuments.With(document, signature), ct))
                        renewed++;
                }

                tick();
            }
        }
    }
}
