using NewsMesh.Storage;

namespace NewsMesh.Benchmarks.Store;

/// <summary>One thing that a stage has the store do for an article.</summary>
internal sealed record StoreOperation(string Name, Func<IStore, StoredArticle, Task> RunAsync)
{
    /// <summary>As many as dedup asks for.</summary>
    private const int MostCandidates = 201;

    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>In the order in which an article needs them.</summary>
    public static readonly IReadOnlyList<StoreOperation> All =
    [
        new("add revision", (store, x) => store.Articles.TryAddAsync(x.Revision)),
        new("set entities", (store, x) => store.Articles.TrySetEntitiesAsync(
            x.Revision.ArticleId, x.Revision.Revision, x.Entities, StoredArticle.EntityStage)),
        new("announce", (store, x) => store.Articles.SetAnnouncedAsync(
            x.Revision.ArticleId, x.Revision.Revision, x.Revision.SubmissionId, x.ReceivedAt.AddSeconds(1))),
        new("add signature", (store, x) => store.DedupIndex.AddAsync(x.Signature)),
        new("look up", (store, x) => store.DedupIndex.FindCandidatesAsync(x.Signature.Bands, x.ReceivedAt - Window, MostCandidates)),
    ];
}
