namespace NewsMesh.Entities.Tests.Quality;

/// <summary>The bench folder: <c>NEWSMESH_BENCH</c>, else <c>../shared/bench</c> beside the repository.</summary>
internal static class Bench
{
    public static string? Find(string file)
    {
        var folder = Environment.GetEnvironmentVariable("NEWSMESH_BENCH") is { Length: > 0 } set ? set : BesideRepository();
        var path = folder is null ? null : Path.Combine(folder, file);
        return File.Exists(path) ? path : null;
    }

    private static string? BesideRepository()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "NewsMesh.sln")))
            {
                return Path.Combine(at.FullName, "..", "shared", "bench");
            }
        }

        return null;
    }
}
