using System.Diagnostics;
using NewsMesh.EndToEnd.Tests.Interop;

namespace NewsMesh.MongoGateway.Tests.Support;

/// <summary>Programs in other languages, with MongoDB clients that others wrote. Each checks what it gets and ends with 0 where all is well.</summary>
internal static class ClientProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly NodePackage Driver = new("mongodb", "6.22.0");
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<string?> Pymongo = new(() => Tool.Run(Python, ["-c", "import pymongo"]) is null
        ? null
        : "pymongo is not installed (Debian package python3-pymongo)");

    /// <summary>Why programs of a language cannot run here, or null.</summary>
    public static string? Missing(string language) => language == "python" ? Pymongo.Value : Driver.Missing;

    /// <summary>The programs of a language, by the names of their files.</summary>
    public static IEnumerable<string> Names(string language) =>
        Directory.GetFiles(FolderOf(language)).Select(f => Path.GetFileNameWithoutExtension(f)!).Where(n => n[0] != '_').Order(StringComparer.Ordinal);

    /// <summary>Runs a program with a server's URI and a database's name. Gives its exit code and all that it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string language, string name, string uri, string database)
    {
        var folder = Directory.CreateTempSubdirectory("newsmesh-client-");
        try
        {
            var info = language == "python"
                ? new ProcessStartInfo(Python, [Path.Combine(FolderOf(language), name + ".py")])
                : Driver.Prepare(folder.FullName, await File.ReadAllTextAsync(Path.Combine(FolderOf(language), name + ".mjs")));
            info.ArgumentList.Add(uri);
            info.ArgumentList.Add(database);
            info.RedirectStandardOutput = info.RedirectStandardError = true;
            info.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
            using var process = Process.Start(info)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            try
            {
                await process.WaitForExitAsync().WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string FolderOf(string language) => Path.Combine(AppContext.BaseDirectory, "Clients", language);
}
