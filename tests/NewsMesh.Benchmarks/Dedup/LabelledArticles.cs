using System.IO.Compression;
using System.Text.Json;
using NewsMesh.Dedup;

namespace NewsMesh.Benchmarks.Dedup;

/// <summary>A development set: articles in the order of their stream, and the cluster of each.</summary>
internal sealed record LabelledArticles(IReadOnlyList<StreamArticle> Articles, IReadOnlyDictionary<string, string> Truth)
{
    /// <summary>Reads <c>articles.jsonl.gz</c> and <c>truth.json</c> of a folder.</summary>
    public static LabelledArticles Read(string folder) => new(
        [.. Stream(Path.Combine(folder, "articles.jsonl.gz"))],
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(folder, "truth.json")))!);

    /// <summary>Reads a file of one article a line, packed or not.</summary>
    public static IEnumerable<StreamArticle> Stream(string path)
    {
        Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
            yield return JsonSerializer.Deserialize<StreamArticle>(line, JsonSerializerOptions.Web)!;
    }
}
