using System.Diagnostics;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>A package for Node, installed once into the tests' cache folder.</summary>
internal sealed class NodePackage
{
    private readonly string _name;
    private readonly string _version;
    private readonly Lazy<string?> _installed;

    public NodePackage(string name, string version)
    {
        _name = name;
        _version = version;
        _installed = new(Install);
    }

    /// <summary>Why no program can use it here, or null.</summary>
    public string? Missing => _installed.Value;

    private string Cache => Path.Combine(
        Environment.GetEnvironmentVariable("NEWSMESH_TEST_CACHE") is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "newsmesh-tests"),
        "node",
        $"{_name}@{_version}");

    private string Modules => Path.Combine(Cache, "node_modules");

    /// <summary>A program that uses it.</summary>
    /// <param name="folder">A folder of the program's own.</param>
    public ProcessStartInfo Prepare(string folder, string code)
    {
        // Node looks for packages in the folders above a module's own file, and nowhere else.
        Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), Modules);
        var file = Path.Combine(folder, "client.mjs");
        File.WriteAllText(file, code);
        return new ProcessStartInfo("node", [file]);
    }

    private string? Install()
    {
        if (Tool.Run("node", ["--version"]) is not null)
        {
            return "node is not installed (Debian packages nodejs, npm)";
        }

        if (File.Exists(Path.Combine(Modules, _name, "package.json")))
        {
            return null;
        }

        Directory.CreateDirectory(Cache);
        var package = $"{_name}@{_version}";
        return Tool.Run("npm", ["install", "--prefix", Cache, package, "--no-audit", "--no-fund", "--no-save", "--fetch-retries=0"]) is { } fault
            ? $"{_name} cannot be installed: {fault}"
            : null;
    }
}
