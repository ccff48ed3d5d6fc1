namespace NewsMesh.Benchmarks.Runs;

/// <summary>Writes figures down with what qualifies them.</summary>
internal static class Report
{
    public static void Write(string title, Figures figures) => Write(title, figures.Lines());

    public static void Write(string title, IEnumerable<string> lines)
    {
        Console.WriteLine();
        Console.WriteLine($"== {title} ({Environment.ProcessorCount} cores, load average {LoadAverage()} at the end)");
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }
    }

    /// <summary>Of the last minute: above the number of cores, others competed for them and articles/s say little.</summary>
    public static string LoadAverage() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
