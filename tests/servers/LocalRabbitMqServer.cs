using System.Diagnostics;
using System.Globalization;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>A process of the installed rabbitmq-server: free ports, its own folder, its own Erlang cookie and port mapper.</summary>
internal sealed class LocalRabbitMqServer : IRabbitMqServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsmesh-rabbit-").FullName;
    private readonly int _port = Ports.Free();
    private readonly int _distributionPort = Ports.Free();
    private readonly int _mapperPort = Ports.Free();
    private Process? _server;

    /// <summary>Why no server can be started here, or null.</summary>
    public static string? Missing => Directory.Exists(Binaries) ? null : "rabbitmq-server is not installed (Debian package rabbitmq-server)";

    public Uri Address => new($"amqp://guest:guest@127.0.0.1:{_port}/");

    /// <summary>The server itself, not the script that started it.</summary>
    public int? ProcessId => int.Parse(File.ReadAllText(Path.Combine(_folder, "pid")), CultureInfo.InvariantCulture);

    private static string Binaries => "/usr/lib/rabbitmq/bin";

    public async Task StartAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "enabled_plugins"), "[].\n");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "rabbitmq.conf"), $"listeners.tcp.1 = 127.0.0.1:{_port}\n{RabbitMqBroker.Settings}");
        var info = Command("rabbitmq-server");
        info.RedirectStandardOutput = info.RedirectStandardError = true;
        _server = Process.Start(info)!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
    }

    public void ThrowIfEnded()
    {
        if (_server is { HasExited: true })
        {
            throw new InvalidOperationException($"rabbitmq-server ended with exit code {_server.ExitCode}; see {_folder}/log.");
        }
    }

    public async Task StopAsync()
    {
        if (_server is null)
        {
            return;
        }

        await RunAsync(Command("rabbitmqctl", "stop"));
        await _server.WaitForExitAsync().WaitAsync(Patience);
        _server.Dispose();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        var mapper = new ProcessStartInfo("epmd", ["-port", $"{_mapperPort}", "-kill"]) { RedirectStandardOutput = true };
        await RunAsync(mapper);
        Directory.Delete(_folder, recursive: true);
    }

    private ProcessStartInfo Command(string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(Path.Combine(Binaries, program), arguments) { WorkingDirectory = _folder };
        var environment = info.Environment;
        environment["HOME"] = _folder;
        environment["RABBITMQ_NODENAME"] = $"newsmesh{_port}@localhost";
        environment["RABBITMQ_DIST_PORT"] = $"{_distributionPort}";
        environment["ERL_EPMD_PORT"] = $"{_mapperPort}";
        environment["ERL_EPMD_ADDRESS"] = "127.0.0.1";
        environment["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia");
        environment["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log");
        environment["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "enabled_plugins");
        environment["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq");
        environment["RABBITMQ_PID_FILE"] = Path.Combine(_folder, "pid");
        return info;
    }

    private static async Task RunAsync(ProcessStartInfo info)
    {
        info.RedirectStandardOutput = info.RedirectStandardError = true;
        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        await Task.WhenAll(output, errors);
    }
}
