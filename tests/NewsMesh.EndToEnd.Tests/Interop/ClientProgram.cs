using System.Collections.Concurrent;
using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>A program of the README, running in a folder of its own.</summary>
internal sealed class ClientProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly string _folder;
    private readonly Process _process;

    private ClientProgram(string folder, ProcessStartInfo info)
    {
        _folder = folder;
        info.WorkingDirectory = folder;
        info.RedirectStandardOutput = info.RedirectStandardError = true;
        _process = Process.Start(info)!;
        _process.OutputDataReceived += (_, line) => Keep(_lines, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts a program written in python, javascript or csharp.</summary>
    public static ClientProgram Start(string language, string code)
    {
        var folder = Directory.CreateTempSubdirectory("newsmesh-client-").FullName;
        return new ClientProgram(folder, language switch
        {
            "python" => PythonPrograms.Prepare(folder, code),
            "javascript" => NodePrograms.Prepare(folder, code),
            "csharp" => CSharpPrograms.Prepare(folder, code),
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No programs in this language."),
        });
    }

    /// <summary>Waits for a line of the program's output.</summary>
    public async Task<string> LineAsync(Func<string, bool> isWanted)
    {
        var watch = Stopwatch.StartNew();
        string? line;
        while ((line = _lines.FirstOrDefault(isWanted)) is null)
        {
            // A program that has ended may have lines on the way still: they are there after its exit was waited for.
            if (_process.HasExited)
            {
                await _process.WaitForExitAsync();
            }

            Assert.True(watch.Elapsed < Patience && (!_process.HasExited || _lines.Any(isWanted)), $"The line did not come. {Written()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        return line;
    }

    /// <summary>Waits for the end of the program.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private string Written() => $"It wrote:\n{string.Join('\n', _lines.Concat(_errors))}";
}
