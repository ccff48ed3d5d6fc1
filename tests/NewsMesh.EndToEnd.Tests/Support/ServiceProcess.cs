using System.Collections.Concurrent;
using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>One NewsMesh service in a process of its own.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly ConcurrentQueue<string> _output = new();
    private readonly string _dll;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private Process? _process;

    /// <param name="name">Ingest, Stripping, Entities, Dedup or Gateway.</param>
    /// <param name="environment">Settings as environment variables.</param>
    public ServiceProcess(string name, IReadOnlyDictionary<string, string> environment)
    {
        Name = name;
        var assembly = name == "Gateway" ? "NewsMesh.Gateway" : $"NewsMesh.{name}.Service";
        _dll = Repository.Program($"services/{name}/{assembly}", assembly);
        _environment = environment;
        Address = new Uri($"http://127.0.0.1:{Ports.Free()}");
    }

    public string Name { get; }

    public Uri Address { get; }

    /// <summary>The running process.</summary>
    public int Id => _process!.Id;

    /// <summary>Everything that the process wrote.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts the process without waiting for it to be ready.</summary>
    public void Start()
    {
        var info = new ProcessStartInfo("dotnet", [_dll]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in _environment)
        {
            info.Environment[key] = value;
        }

        info.Environment["NewsMesh__Urls"] = Address.ToString();
        _process = Process.Start(info)!;
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until bus and store answer.</summary>
    public async Task ReadyAsync()
    {
        try
        {
            await Eventually.TrueAsync(IsReadyAsync, Patience, $"{Name} is ready");
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} It wrote:\n{Output}", e);
        }
    }

    public async Task<bool> IsReadyAsync()
    {
        if (_process is { HasExited: true })
        {
            throw new InvalidOperationException($"{Name} ended; it wrote:\n{Output}");
        }

        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>Ends the process in the middle of whatever it does (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Asks the process to stop (SIGTERM) and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        return await EndAsync();
    }

    /// <summary>Waits until the process ends and gives its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process!.WaitForExitAsync().WaitAsync(Patience);
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
    }
}
