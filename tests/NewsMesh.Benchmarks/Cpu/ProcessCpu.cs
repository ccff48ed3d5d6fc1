using System.Globalization;

namespace NewsMesh.Benchmarks.Cpu;

/// <summary>Processor time of a process, user and system, from <c>/proc</c>.</summary>
internal static class ProcessCpu
{
    /// <summary>Unit of the times in <c>/proc/PID/stat</c> on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    private const int UserTime = 11;
    private const int SystemTime = 12;

    /// <summary>Seconds since the process began.</summary>
    public static double Seconds(int process)
    {
        // The second field is the program's name, which may hold anything; the rest follows the last parenthesis.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Ticks(fields[UserTime]) + Ticks(fields[SystemTime])) / TicksPerSecond;
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
