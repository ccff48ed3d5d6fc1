using System.Diagnostics;
using System.Reflection;

namespace NewsMesh.MongoGateway.Servers;

/// <summary>A gateway as a process of its own, whose processor time is not the caller's.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private readonly Process _process;

    private GatewayProcess(Process process, string uri) => (_process, Uri) = (process, uri);

    public string Uri { get; }

    /// <exception cref="InvalidOperationException">It does not start; it has written why.</exception>
    public static async Task<GatewayProcess> StartAsync(string engine, string? replicaSet)
    {
        // On the caller's frameworks, beside which the gateway's libraries were copied.
        var frameworks = Path.ChangeExtension(Assembly.GetEntryAssembly()!.Location, "runtimeconfig.json");
        string[] arguments =
        [
            "exec", "--runtimeconfig", frameworks, typeof(Gateway).Assembly.Location, engine, "0",
            .. replicaSet is null ? [] : (string[])[replicaSet],
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        if (await process.StandardOutput.ReadLineAsync() is { } uri)
        {
            return new GatewayProcess(process, uri);
        }

        process.Dispose();
        throw new InvalidOperationException("The gateway does not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
