using NewsMesh.Dedup;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary>Stories in memory.</summary>
internal sealed class StorySubject(StreamStoryGrouper grouper) : IStreamSubject
{
    private readonly long _empty = GC.GetTotalMemory(forceFullCollection: true);

    public string Unit => "heap";

    public long Bytes => GC.GetTotalMemory(forceFullCollection: true) - _empty;

    public Task AddAsync(StreamArticle article, CancellationToken ct) => grouper.AddAsync(article, ct);

    public Task<(double Microseconds, double Candidates)> LookUpAsync(CancellationToken ct) => Task.FromResult((0.0, 0.0));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
