using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>Programs for Node, with amqplib installed once into the tests' cache folder.</summary>
internal static class NodePrograms
{
    private const string Package = "amqplib@2.3.1";

    private static readonly Lazy<string?> Checked = new(Install);

    /// <summary>Why none can run here, or null.</summary>
    public static string? Missing => Checked.Value;

    private static string Cache => Path.Combine(
        Environment.GetEnvironmentVariable("NEWSMESH_TEST_CACHE") is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "newsmesh-tests"),
        "node",
        Package);

    private static string Modules => Path.Combine(Cache, "node_modules");

    public static ProcessStartInfo Prepare(string folder, string code)
    {
        // Node looks for packages in the folders above a module's own file, and nowhere else.
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Modules);
        var file = Path.Combine(folder, "client.mjs");
        File.WriteAllText(file, code);
        return new ProcessStartInfo("node", [file]);
    }

    private static string? Install()
    {
        if (Tool.Run("node", ["--version"]) is not null)
        {
            return "node is not installed (Debian packages nodejs, npm)";
        }

        if (File.Exists(Path.Combine(Modules, "amqplib", "package.json")))
        {
            return null;
        }

        Directory.CreateDirectory(Cache);
        return Tool.Run("npm", ["install", "--prefix", Cache, Package, "--no-audit", "--no-fund", "--no-save", "--fetch-retries=0"]) is { } fault
            ? $"amqplib cannot be installed: {fault}"
            : null;
    }
}
