using NewsMesh.Dedup;
using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Service.Index;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Storage;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary>Near-duplicates over one index, without expiry, so that it grows with the stream.</summary>
internal sealed class IndexSubject : IStreamSubject
{
    /// <summary>Latest articles whose look-ups are timed.</summary>
    private const int Probes = 2_000;

    private readonly DedupParameters _parameters = DedupParameters.Default with { Window = TimeSpan.FromDays(3650) };
    private readonly SignatureBuilder _builder;
    private readonly ISignatureIndex _index;
    private readonly NearDuplicateFinder _finder;
    private readonly IStore? _store;
    private readonly string? _file;
    private readonly long _empty;
    private readonly IReadOnlyList<long>[] _probes = new IReadOnlyList<long>[Probes];
    private int _count;
    private long _clock;

    private IndexSubject(ISignatureIndex index, IStore? store, string? file)
    {
        (_index, _store, _file) = (index, store, file);
        _builder = new SignatureBuilder(_parameters);
        _finder = new NearDuplicateFinder(index, _parameters);
        _empty = GC.GetTotalMemory(forceFullCollection: true);
    }

    public static IndexSubject InMemory() => new(new InMemorySignatureIndex(), store: null, file: null);

    /// <param name="store">An empty store.</param>
    /// <param name="file">Its file, where it has one.</param>
    public static IndexSubject Over(IStore store, string? file) => new(new StoredSignatureIndex(store.DedupIndex), store, file);

    public long HeapBytes => GC.GetTotalMemory(forceFullCollection: true) - _empty;

    public long DiskBytes => _file is null ? 0 : new FileInfo(_file).Length;

    public async Task AddAsync(StreamArticle article, CancellationToken ct)
    {
        var signature = _builder.Build(article.Title, article.Text, article.Source);
        _probes[(Interlocked.Increment(ref _count) & int.MaxValue) % Probes] = signature.Bands;
        var placed = await _finder.PlaceAsync(
            new IndexedArticle
            {
                ArticleId = article.Id,
                ReceivedAt = DateTimeOffset.UnixEpoch.AddSeconds(Interlocked.Increment(ref _clock)),
                PublishedAt = article.PublishedAt,
                Source = article.Source,
                Signature = signature,
            },
            ct);
        _builder.Learn(article.Source, signature, placed.Followed);
    }

    public async Task<(double Microseconds, double Candidates)> LookUpAsync(CancellationToken ct)
    {
        var probes = _probes.Where(bands => bands is not null).ToArray();
        var found = 0L;
        var start = Environment.CpuUsage.TotalTime;
        foreach (var bands in probes)
            found += (await _index.FindCandidatesAsync(bands, DateTimeOffset.UnixEpoch, _parameters.MaxCandidates, ct)).Count;
        var spent = Environment.CpuUsage.TotalTime - start;
        return (spent.TotalMicroseconds / probes.Length, (double)found / probes.Length);
    }

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
