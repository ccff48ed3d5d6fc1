using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace NewsMesh.MongoGateway.Servers;

/// <summary>An instance of the private engine: its own data folder and its own socket, many at one time.</summary>
public sealed class DocumentDbServer : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _name = Guid.NewGuid().ToString("n")[..12];
    private readonly string _folder;
    private readonly string _shortcut = Directory.CreateTempSubdirectory("newsmesh-engine-").FullName;
    private Process? _script;

    private DocumentDbServer()
    {
        _folder = EngineScript.Folder(_name);

        // A socket's path may be 107 bytes long, and a cache folder's own may be longer.
        Directory.CreateSymbolicLink(Path.Combine(_shortcut, "s"), _folder);
    }

    /// <summary>Why no engine can be started here, or null.</summary>
    public static string? Missing => EngineScript.Missing;

    public string ConnectionString => $"Host={_shortcut}/s;Username=postgres;Database=postgres";

    public static async Task<DocumentDbServer> StartNewAsync()
    {
        var server = new DocumentDbServer();
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts the server on its data, which a restart finds as they were committed.</summary>
    public async Task StartAsync()
    {
        _script = EngineScript.Run(_name);
        var watch = Stopwatch.StartNew();
        while (!await CanConnectAsync())
        {
            if (_script.HasExited || watch.Elapsed > StartPatience)
            {
                throw new InvalidOperationException($"The engine does not start: {await LastLineAsync()}");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Kills the server and all of its processes, as a crash does. What it committed stays.</summary>
    public async Task KillAsync()
    {
        var pid = int.Parse((await File.ReadAllLinesAsync(Path.Combine(_folder, "data", "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        using (var postmaster = Process.GetProcessById(pid))
        {
            postmaster.Kill(entireProcessTree: true);
        }

        await _script!.WaitForExitAsync();
        _script.Dispose();
        _script = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_script is not null)
        {
            _script.StandardInput.Close();
            await _script.WaitForExitAsync();
            _script.Dispose();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        Directory.Delete(_shortcut, recursive: true);
    }

    private async Task<string> LastLineAsync()
    {
        var log = Path.Combine(_folder, "log");
        return File.Exists(log) ? (await File.ReadAllLinesAsync(log)).LastOrDefault("it wrote nothing") : "it has no log";
    }

    private async Task<bool> CanConnectAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (Exception error) when (error is NpgsqlException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
