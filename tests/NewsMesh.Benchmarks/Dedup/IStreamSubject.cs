using NewsMesh.Dedup;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary>What the stream benchmark measures.</summary>
internal interface IStreamSubject : IAsyncDisposable
{
    /// <summary>Bytes kept in memory of all articles so far, as near as can be told.</summary>
    long HeapBytes { get; }

    /// <summary>Bytes of the store's file; 0 where there is none.</summary>
    long DiskBytes { get; }

    Task AddAsync(StreamArticle article, CancellationToken ct);

    /// <summary>CPU microseconds of a look-up in the index as it is, and the candidates it gives; zero where there is none.</summary>
    Task<(double Microseconds, double Candidates)> LookUpAsync(CancellationToken ct);
}
