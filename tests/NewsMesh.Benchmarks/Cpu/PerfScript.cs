using System.Globalization;

namespace NewsMesh.Benchmarks.Cpu;

/// <summary>Reads what <c>perf script -F pid,ip,sym,dso</c> prints: a line with the process, a line a frame, an empty line.</summary>
internal static class PerfScript
{
    public static async Task<IReadOnlyDictionary<int, IReadOnlyDictionary<string, int>>> CountAsync(TextReader script)
    {
        var counts = new Dictionary<int, Dictionary<string, int>>();
        var frames = new List<(string, string)>();
        int? process = null;
        while (await script.ReadLineAsync() is { } line)
        {
            if (line.Length > 0 && process is null)
            {
                process = int.Parse(line.Trim(), CultureInfo.InvariantCulture);
            }
            else if (line.Length > 0)
            {
                frames.Add(Frame(line));
            }
            else if (process is { } id)
            {
                Add(counts, id, CpuOwners.Of(frames));
                frames.Clear();
                process = null;
            }
        }

        return counts.ToDictionary(x => x.Key, x => (IReadOnlyDictionary<string, int>)x.Value);
    }

    /// <summary><c>ADDRESS SYMBOL (LIBRARY)</c>, where the symbol may hold spaces and parentheses.</summary>
    private static (string Type, string Library) Frame(string line)
    {
        var text = line.Trim();
        var symbol = text.IndexOf(' ', StringComparison.Ordinal);
        var library = text.LastIndexOf(" (", StringComparison.Ordinal);
        return symbol < 0 || library <= symbol ? ("", "") : (TypeOf(text[(symbol + 1)..library]), text[library..]);
    }

    /// <summary>
    /// The declaring type of a compiled method: <c>RESULT [ASSEMBLY] TYPE::METHOD(PARAMETERS)</c>; other symbols as they are.
    /// </summary>
    private static string TypeOf(string symbol)
    {
        var end = symbol.IndexOf("::", StringComparison.Ordinal);
        return end < 0 ? symbol : symbol[(symbol.LastIndexOf("] ", end, StringComparison.Ordinal) + "] ".Length)..end];
    }

    private static void Add(Dictionary<int, Dictionary<string, int>> counts, int process, string owner)
    {
        if (!counts.TryGetValue(process, out var owners))
        {
            counts[process] = owners = [];
        }

        owners[owner] = owners.GetValueOrDefault(owner) + 1;
    }
}
