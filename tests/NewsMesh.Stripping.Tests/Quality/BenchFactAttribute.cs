using NewsMesh.Stripping.Training;

namespace NewsMesh.Stripping.Tests.Quality;

/// <summary>A test over the extraction benchmark; skipped, with the reason, where it is not on the machine.</summary>
public sealed class BenchFactAttribute : FactAttribute
{
    public BenchFactAttribute()
    {
        if (Bench.Folder is null)
            Skip = "The extraction benchmark is not here: set NEWSMESH_BENCH to the folder that holds 'extraction'.";
    }
}
