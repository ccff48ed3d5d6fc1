using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NewsMesh.Benchmarks.Store;

/// <summary>The recorded commands by pymongo (bare.py), in a process of its own.</summary>
internal static class BareDriver
{
    /// <summary>Debian's, which has python3-pymongo.</summary>
    private const string Python = "/usr/bin/python3";

    /// <summary>What pymongo is, with its version; null where there is none.</summary>
    public static async Task<string?> VersionAsync()
    {
        if (!File.Exists(Python))
        {
            return null;
        }

        var (output, succeeded) = await RunAsync(
            ["-c", "import bson, pymongo; print('pymongo', pymongo.version, 'in C' if bson.has_c() else 'without its C extensions')"]);
        return succeeded ? output.Trim() : null;
    }

    /// <summary>Figures by the operations' names.</summary>
    /// <param name="recording">File of <see cref="RecordedCommand.Encode"/>, in the order of the operations.</param>
    /// <param name="uri">The server.</param>
    /// <param name="database">A database with the store's indexes and no documents.</param>
    /// <param name="mode"><c>single</c> or <c>bulk</c>.</param>
    /// <param name="concurrency">Threads.</param>
    public static async Task<Dictionary<string, Measured>> RunAsync(
        string recording, string uri, string database, string mode, int concurrency)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Store", "bare.py");
        var (output, succeeded) = await RunAsync(
            [script, recording, uri, database, mode, concurrency.ToString(CultureInfo.InvariantCulture)]);
        return succeeded
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToDictionary()
            : throw new InvalidOperationException("The bare driver failed; it has written why.");
    }

    private static (string, Measured) Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var count = Number("articles");
        return (
            json.RootElement.GetProperty("operation").GetString()!,
            new Measured(count / Number("seconds"), 1000 * Number("cpuSeconds") / count, null));

        double Number(string name) => json.RootElement.GetProperty(name).GetDouble();
    }

    private static async Task<(string Output, bool Succeeded)> RunAsync(IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output, process.ExitCode == 0);
    }
}
