namespace NewsMesh.Stripping.Training;

/// <summary>Where the tests run: the repository's root, and the folders that some machines have beside it.</summary>
internal static class Repository
{
    /// <summary>A folder below <c>../shared</c> beside the repository; null where it is not there.</summary>
    public static string? Shared(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "NewsMesh.sln")))
                continue;
            var folder = Path.Combine(at.FullName, "..", "shared", name);
            return Directory.Exists(folder) ? folder : null;
        }

        return null;
    }
}
