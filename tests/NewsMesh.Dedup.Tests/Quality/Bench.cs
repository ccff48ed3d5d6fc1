using System.IO.Compression;
using System.Text.Json;

namespace NewsMesh.Dedup.Tests.Quality;

/// <summary>
/// A benchmark's development set, which is not part of this repository: <c>articles.jsonl.gz</c> and <c>truth.json</c> in a
/// folder of <c>NEWSMESH_BENCH</c>, by default <c>shared/bench</c> beside the repository.
/// </summary>
internal static class Bench
{
    public static string FolderOf(string bench) =>
        Path.Combine(Environment.GetEnvironmentVariable("NEWSMESH_BENCH") ?? Path.Combine(Root(), "..", "shared", "bench"), bench);

    public static bool Exists(string bench) => File.Exists(Path.Combine(FolderOf(bench), "articles.jsonl.gz"));

    public static IReadOnlyDictionary<string, string> Truth(string bench) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(FolderOf(bench), "truth.json")))!;

    public static IEnumerable<StreamArticle> Stream(string bench)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine(FolderOf(bench), "articles.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return JsonSerializer.Deserialize<StreamArticle>(line, JsonSerializerOptions.Web)!;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsMesh.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}

/// <summary>A test that needs a benchmark; skipped, with the reason, where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BenchFactAttribute : FactAttribute
{
    public BenchFactAttribute(string bench)
    {
        if (!Bench.Exists(bench))
            Skip = $"The {bench} benchmark is not in {Path.GetFullPath(Bench.FolderOf(bench))}; NEWSMESH_BENCH names its folder.";
    }
}
