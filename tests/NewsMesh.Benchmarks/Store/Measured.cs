using System.Diagnostics;

namespace NewsMesh.Benchmarks.Store;

/// <summary>What a number of operations took.</summary>
/// <param name="PerSecond">Operations a second.</param>
/// <param name="CpuMilliseconds">Processor time of the client's process an operation, user and system.</param>
/// <param name="AllocatedKilobytes">Memory allocated an operation; null where it is not known.</param>
internal sealed record Measured(double PerSecond, double CpuMilliseconds, double? AllocatedKilobytes)
{
    /// <summary>Runs an operation for each index below a count, so many at the same time.</summary>
    public static async Task<Measured> RunAsync(int count, int concurrency, Func<int, Task> operation)
    {
        var next = -1;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(WorkAsync)));
        var elapsed = watch.Elapsed;
        return new Measured(
            count / elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / count,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0 / count);

        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                await operation(i);
            }
        }
    }

    /// <summary>The middle of each figure over several runs.</summary>
    public static Measured Median(IReadOnlyList<Measured> runs) => new(
        Middle(runs.Select(x => x.PerSecond)),
        Middle(runs.Select(x => x.CpuMilliseconds)),
        runs[0].AllocatedKilobytes is null ? null : Middle(runs.Select(x => x.AllocatedKilobytes!.Value)));

    public static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[sorted.Count / 2] + sorted[(sorted.Count - 1) / 2]) / 2;
    }
}
