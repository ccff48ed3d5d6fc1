using System.Diagnostics;

namespace NewsMesh.MongoGateway.Servers;

/// <summary>The script that builds and runs the private engine: tests/engines/documentdb.sh.</summary>
internal static class EngineScript
{
    private static readonly string File = FindFile();

    private static readonly Lazy<string?> Checked = new(() => OperatingSystem.IsWindows()
        ? "the tests' MongoDB engine runs on Linux only"
        : Output("status") is { Length: > 0 } reason ? reason : null);

    /// <summary>Why no engine can be started here, or null.</summary>
    public static string? Missing => Checked.Value;

    /// <summary>The folder of an instance, which holds its data and its socket.</summary>
    public static string Folder(string instance) => Output("folder", instance);

    /// <summary>Starts the server of an instance. It ends when its standard input does, or this process.</summary>
    public static Process Run(string instance) =>
        Process.Start(new ProcessStartInfo("bash", [File, "run", instance]) { RedirectStandardInput = true })!;

    private static string Output(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [File, .. arguments]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Trim();
    }

    private static string FindFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "tests", "engines", "documentdb.sh");
            if (System.IO.File.Exists(file))
            {
                return file;
            }
        }

        throw new InvalidOperationException("tests/engines/documentdb.sh is in no folder above the tests.");
    }
}
