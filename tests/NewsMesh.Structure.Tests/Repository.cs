namespace NewsMesh.Structure.Tests;

/// <summary>The files of the repository as they lie on disk, without build output.</summary>
internal static class Repository
{
    private static readonly string[] NotSource = ["bin", "obj", "TestResults", ".git", ".vs", ".idea", "node_modules", "artifacts"];

    /// <summary>Absolute path of the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Sources => Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<string> ProductSources => Sources.Where(f => !f.StartsWith("tests/", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Select(f => Project.Parse(f, Read(f)))];

    private static IEnumerable<string> Walk(string folder)
    {
        var here = Directory.GetFiles(folder).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'));
        var below = Directory.GetDirectories(folder).Where(d => !NotSource.Contains(Path.GetFileName(d))).SelectMany(Walk);
        return here.Concat(below);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsMesh.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("NewsMesh.sln is in no folder above the tests.");
    }
}
