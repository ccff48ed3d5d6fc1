using NewsMesh.Dedup;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary>What the stream benchmark measures.</summary>
internal interface IStreamSubject : IAsyncDisposable
{
    /// <summary>What <see cref="Bytes"/> counts.</summary>
    string Unit { get; }

    /// <summary>Bytes kept of all articles so far, as near as can be told.</summary>
    long Bytes { get; }

    Task AddAsync(StreamArticle article, CancellationToken ct);

    /// <summary>CPU microseconds of a look-up in the index as it is, and the candidates it gives; zero where there is none.</summary>
    Task<(double Microseconds, double Candidates)> LookUpAsync(CancellationToken ct);
}
