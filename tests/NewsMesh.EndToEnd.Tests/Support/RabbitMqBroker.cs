using System.Diagnostics;
using System.Globalization;
using RabbitMQ.Client;

namespace NewsMesh.EndToEnd.Tests.Support;

/// <summary>A RabbitMQ server of the tests' own: free ports, its own folder, its own Erlang cookie and port mapper.</summary>
public sealed class RabbitMqBroker : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);

    private readonly string _folder = Directory.CreateTempSubdirectory("newsmesh-rabbit-").FullName;
    private readonly int _port = Ports.Free();
    private readonly int _distributionPort = Ports.Free();
    private readonly int _mapperPort = Ports.Free();
    private Process? _server;

    private RabbitMqBroker()
    {
    }

    /// <summary>Why no broker can be started here, or null.</summary>
    public static string? Missing => Directory.Exists(Binaries) ? null : "rabbitmq-server is not installed (Debian package rabbitmq-server)";

    public Uri Address => new($"amqp://guest:guest@127.0.0.1:{_port}/");

    /// <summary>The server itself, not the script that started it.</summary>
    public int ProcessId => int.Parse(File.ReadAllText(Path.Combine(_folder, "pid")), CultureInfo.InvariantCulture);

    private static string Binaries => "/usr/lib/rabbitmq/bin";

    public static async Task<RabbitMqBroker> StartNewAsync()
    {
        var broker = new RabbitMqBroker();
        await broker.StartAsync();
        return broker;
    }

    /// <summary>Starts the server on its folder, which a restart finds as it was.</summary>
    public async Task StartAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "enabled_plugins"), "[].\n");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "rabbitmq.conf"), $"listeners.tcp.1 = 127.0.0.1:{_port}\nmax_message_size = 134217728\n");
        var info = Command("rabbitmq-server");
        info.RedirectStandardOutput = info.RedirectStandardError = true;
        _server = Process.Start(info)!;
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await Eventually.TrueAsync(CanConnectAsync, StartPatience, $"the broker answers on port {_port}");
    }

    /// <summary>Stops the server as an operator would.</summary>
    public async Task StopAsync()
    {
        if (_server is null)
        {
            return;
        }

        await RunAsync(Command("rabbitmqctl", "stop"));
        await _server.WaitForExitAsync().WaitAsync(StartPatience);
        _server.Dispose();
        _server = null;
    }

    /// <summary>Ready and unacknowledged messages by queue.</summary>
    public async Task<IReadOnlyDictionary<string, uint>> ReadyMessagesAsync(params string[] queues)
    {
        await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
        var counts = new Dictionary<string, uint>();
        foreach (var queue in queues)
        {
            try
            {
                await using var channel = await connection.CreateChannelAsync();
                counts[queue] = (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
            }
            catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                // No such queue: nothing was ever put there.
                counts[queue] = 0;
            }
        }

        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        var mapper = new ProcessStartInfo("epmd", ["-port", $"{_mapperPort}", "-kill"]) { RedirectStandardOutput = true };
        await RunAsync(mapper);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> CanConnectAsync()
    {
        if (_server is { HasExited: true })
        {
            throw new InvalidOperationException($"rabbitmq-server ended with exit code {_server.ExitCode}; see {_folder}/log.");
        }

        try
        {
            await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
            return connection.IsOpen;
        }
        catch (RabbitMQ.Client.Exceptions.BrokerUnreachableException)
        {
            return false;
        }
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
        await process.WaitForExitAsync().WaitAsync(StartPatience);
        await Task.WhenAll(output, errors);
    }
}
