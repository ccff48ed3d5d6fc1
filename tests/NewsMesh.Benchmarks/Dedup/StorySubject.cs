using NewsMesh.Dedup;
using NewsMesh.Dedup.Service.Index;
using NewsMesh.Dedup.Stories;
using NewsMesh.Storage;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary>Stories over one index.</summary>
internal sealed class StorySubject : IStreamSubject
{
    private readonly Func<StreamArticle, CancellationToken, Task> _add;
    private readonly IStore? _store;
    private readonly string? _file;
    private readonly long _empty = GC.GetTotalMemory(forceFullCollection: true);

    private StorySubject(Func<StreamArticle, CancellationToken, Task> add, IStore? store, string? file) =>
        (_add, _store, _file) = (add, store, file);

    public long DiskBytes => _file is null ? 0 : new FileInfo(_file).Length;

    public long HeapBytes => GC.GetTotalMemory(forceFullCollection: true) - _empty;

    public static StorySubject InMemory()
    {
        var grouper = new StreamStoryGrouper();
        return new StorySubject((article, ct) => grouper.AddAsync(article, ct), store: null, file: null);
    }

    /// <param name="store">An empty store.</param>
    /// <param name="file">Its file, where it has one.</param>
    public static StorySubject Over(IStore store, string? file)
    {
        var grouper = new StoryGrouper(new StoredStoryIndex(store.Stories), StoryParameters.Default);
        return new StorySubject(
            (article, ct) => grouper.PlaceAsync(
                new StoryArticle
                {
                    ArticleId = article.Id,
                    Title = article.Title,
                    Text = article.Text,
                    At = article.PublishedAt ?? DateTimeOffset.UnixEpoch,
                    Source = article.Source,
                },
                ct),
            store,
            file);
    }

    public Task AddAsync(StreamArticle article, CancellationToken ct) => _add(article, ct);

    public Task<(double Microseconds, double Candidates)> LookUpAsync(CancellationToken ct) => Task.FromResult((0.0, 0.0));

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
