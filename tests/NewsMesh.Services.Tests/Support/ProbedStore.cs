using NewsMesh.Storage;

namespace NewsMesh.Services.Tests.Support;

/// <summary>The real store behind probes.</summary>
internal sealed class ProbedStore(IStore store, Moments moments) : IStore
{
    public IArticleStore Articles { get; } = PortProbe<IArticleStore>.Around(store.Articles, nameof(Articles), moments);

    public ISubmissionStore Submissions { get; } = PortProbe<ISubmissionStore>.Around(store.Submissions, nameof(Submissions), moments);

    public IRawPageStore RawPages { get; } = PortProbe<IRawPageStore>.Around(store.RawPages, nameof(RawPages), moments);

    public IRejectionStore Rejections { get; } = PortProbe<IRejectionStore>.Around(store.Rejections, nameof(Rejections), moments);

    public IDedupIndex DedupIndex { get; } = PortProbe<IDedupIndex>.Around(store.DedupIndex, nameof(DedupIndex), moments);

    public IStoryStore Stories { get; } = PortProbe<IStoryStore>.Around(store.Stories, nameof(Stories), moments);

    /// <summary>The store without probes, for what the test itself asks.</summary>
    public IStore Real => store;

    public string Location => store.Location;

    public Task InitializeAsync(CancellationToken ct = default) => store.InitializeAsync(ct);

    public Task PingAsync(CancellationToken ct = default) => store.PingAsync(ct);

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
