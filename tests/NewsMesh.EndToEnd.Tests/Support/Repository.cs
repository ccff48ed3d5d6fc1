namespace NewsMesh.EndToEnd.Tests.Support;

internal static class Repository
{
    /// <summary>The folder of NewsMesh.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>The built program of a project, in the flavour and the configuration that the tests were built in.</summary>
    public static string Program(string projectFolder, string assembly) =>
        Path.Combine(Root, projectFolder, Output, assembly + ".dll");

    /// <summary>Where a project's output lies in its folder; of the tests' own: tests/PROJECT/bin/….</summary>
    private static string Output =>
        Path.Combine([.. Path.GetRelativePath(Root, AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar).Skip(2)]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NewsMesh.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("NewsMesh.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
