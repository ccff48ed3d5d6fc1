namespace NewsMesh.EndToEnd.Tests.Support;

internal static class Repository
{
    /// <summary>The folder of NewsMesh.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>The built program of a project, in the configuration that the tests were built in.</summary>
    public static string Program(string projectFolder, string assembly) =>
        Path.Combine(Root, projectFolder, "bin", Configuration, "net10.0", assembly + ".dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

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
