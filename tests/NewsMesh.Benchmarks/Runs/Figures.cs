using System.Globalization;
using NewsMesh.Benchmarks.Cpu;

namespace NewsMesh.Benchmarks.Runs;

/// <summary>What one process used.</summary>
/// <param name="Name">Name to show.</param>
/// <param name="CpuSeconds">Processor time, user and system.</param>
/// <param name="Samples">Samples by owner; null where none were taken.</param>
internal sealed record ProcessFigures(string Name, double CpuSeconds, IReadOnlyDictionary<string, int>? Samples);

/// <summary>What a run took.</summary>
internal sealed record Figures(int Articles, TimeSpan Elapsed, IReadOnlyList<ProcessFigures> Processes)
{
    private const int NameWidth = 12;

    public double PerSecond => Articles / Elapsed.TotalSeconds;

    public double CpuSeconds => Processes.Sum(x => x.CpuSeconds);

    /// <summary>A few lines for people.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Line($"{Articles} articles in {Elapsed.TotalSeconds:F1} s: {PerSecond:F1} articles/s, {1000 * CpuSeconds / Articles:F1} ms of CPU an article");
        yield return $"{"",-NameWidth}{"CPU s",8}{"share",8}" + string.Concat(CpuOwners.All.Select(x => $"{x,10}"));
        foreach (var process in Processes)
        {
            yield return Line($"{process.Name,-NameWidth}{process.CpuSeconds,8:F1}{process.CpuSeconds / CpuSeconds,8:P0}")
                + string.Concat(CpuOwners.All.Select(x => Cell(Share(process, x))));
        }

        if (Processes.Any(x => x.Samples is not null))
        {
            yield return Line($"{"all",-NameWidth}{CpuSeconds,8:F1}{1,8:P0}") + string.Concat(CpuOwners.All.Select(x => Cell(Share(x))));
            var shared = Share(CpuOwners.Bus) + Share(CpuOwners.Store);
            var broker = Processes.Where(x => x.Samples is null).Sum(x => x.CpuSeconds);
            yield return Line($"bus and store: {shared:P1} of the CPU time of the processes sampled")
                + (broker > 0 ? Line($"; {((shared * (CpuSeconds - broker)) + broker) / CpuSeconds:P1} with all of the broker's time as bus") : "");
        }
    }

    private static double? Share(ProcessFigures process, string owner) =>
        process.Samples is { } samples ? samples.GetValueOrDefault(owner) / (double)samples.Values.Sum() : null;

    private double Share(string owner)
    {
        var sampled = Processes.Where(x => x.Samples is not null).ToList();
        return sampled.Sum(x => x.CpuSeconds * Share(x, owner)!.Value) / sampled.Sum(x => x.CpuSeconds);
    }

    private static string Cell(double? share) => Line($"{share,10:P1}");

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
