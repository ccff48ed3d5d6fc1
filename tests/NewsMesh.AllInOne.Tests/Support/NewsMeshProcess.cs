using System.Collections.Concurrent;
using System.Diagnostics;
using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.AllInOne.Tests.Support;

/// <summary>The built command line in a process of its own.</summary>
internal sealed class NewsMeshProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;

    private NewsMeshProcess(Process process)
    {
        _process = process;
    }

    public ConcurrentQueue<string> Output { get; } = new();

    public ConcurrentQueue<string> Errors { get; } = new();

    public static NewsMeshProcess Start(params string[] args)
    {
        var program = Repository.Program("services/AllInOne", "newsmesh");
        var started = new NewsMeshProcess(new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true },
        });
        started._process.OutputDataReceived += (_, line) => Keep(started.Output, line.Data);
        started._process.ErrorDataReceived += (_, line) => Keep(started.Errors, line.Data);
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Waits until a line with this text is there, on standard output or error.</summary>
    public Task SaysAsync(string text) => Eventually.TrueAsync(
        () => Task.FromResult(Output.Concat(Errors).Any(line => line.Contains(text, StringComparison.Ordinal))),
        Patience,
        $"newsmesh says '{text}'; it said: {string.Join('\n', Output.Concat(Errors))}");

    /// <summary>Waits for the end of the process and of its output.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Asks the process to stop (SIGTERM).</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            lines.Enqueue(line);
        }
    }
}
