using System.Collections.Concurrent;
using System.Diagnostics;

namespace NewsMesh.Benchmarks.Cpu;

/// <summary>
/// Samples what processes do with the processor, by Linux <c>perf</c>. The processes must run with <see cref="Environment"/>,
/// or their code has no names.
/// </summary>
internal sealed class CpuProfile : IDisposable
{
    private const int SamplesPerSecond = 199;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsmesh-perf-").FullName;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly Process _recorder;

    private CpuProfile(IEnumerable<int> processes)
    {
        _recorder = Start(
            "perf", "record", "-e", "cpu-clock", "-F", $"{SamplesPerSecond}", "-g", "-o", Data, "-p", string.Join(',', processes));
    }

    /// <summary>Lets the runtime write down the names of compiled code, and keep it where perf expects such code.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["DOTNET_PerfMapEnabled"] = "1",
        ["DOTNET_EnableWriteXorExecute"] = "0",
    };

    private string Data => Path.Combine(_folder, "perf.data");

    /// <summary>Starts sampling; null where there is no perf.</summary>
    public static CpuProfile? TryStart(IEnumerable<int> processes) => File.Exists("/usr/bin/perf") ? new CpuProfile(processes) : null;

    /// <summary>Ends sampling; samples by process and owner (<see cref="CpuOwners"/>). The processes must still run.</summary>
    /// <exception cref="InvalidOperationException">There are no samples; the message holds what perf said.</exception>
    public async Task<IReadOnlyDictionary<int, IReadOnlyDictionary<string, int>>> StopAsync()
    {
        using (var interrupt = Start("kill", "-INT", $"{_recorder.Id}"))
        {
            await interrupt.WaitForExitAsync();
        }

        await _recorder.WaitForExitAsync().WaitAsync(Patience);
        using var script = Start("perf", "script", "-i", Data, "-F", "pid,ip,sym,dso");
        var counts = await PerfScript.CountAsync(script.StandardOutput);
        await script.WaitForExitAsync().WaitAsync(Patience);
        return counts.Count > 0 ? counts : throw new InvalidOperationException("perf took no samples: " + string.Join(' ', _said));
    }

    public void Dispose()
    {
        _recorder.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Process Start(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        return process;
    }
}
