namespace NewsMesh.Entities.Tests.Quality;

/// <summary>A fact that needs a bench file, skipped with its reason where the file is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BenchFactAttribute : FactAttribute
{
    public BenchFactAttribute(string file)
    {
        if (Bench.Find(file) is null)
        {
            Skip = $"The bench file {file} is not here; NEWSMESH_BENCH names the bench folder.";
        }
    }
}
