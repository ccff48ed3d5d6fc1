namespace NewsMesh.Contracts.Tests;

/// <summary>
/// A file in the repository that a test generates again and compares. With <c>NEWSMESH_UPDATE_SNAPSHOTS=1</c> in the
/// environment the file is written instead: run the tests so after a wanted change, and commit what changed with it.
/// </summary>
internal static class CommittedFile
{
    private const string Switch = "NEWSMESH_UPDATE_SNAPSHOTS";

    /// <summary>Path from the repository's root.</summary>
    public static string At(string path) => Path.Combine(Root(), path);

    /// <summary>Fails where the file is not exactly <paramref name="expected"/>.</summary>
    public static void Matches(string path, string expected)
    {
        var file = At(path);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
        }

        var committed = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(
            committed == expected,
            $"{path} is not what the contracts say now. Others depend on it: where the change is wanted, run the tests with {Switch}=1.\n{expected}");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsMesh.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("NewsMesh.sln is in no folder above the tests.");
    }
}
