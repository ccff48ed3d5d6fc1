using System.IO.Compression;
using NewsMesh.Contracts;

namespace NewsMesh.Benchmarks.Articles;

/// <summary>Pages of a folder (<c>.html</c>, <c>.html.gz</c>) as submissions.</summary>
internal static class PageFolder
{
    /// <summary>Reads all pages into memory, in the order of their names: reading is no part of what is measured.</summary>
    public static IReadOnlyList<SubmitArticle> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.html*")
            .Order(StringComparer.Ordinal)
            .Select(path => new SubmitArticle { Id = Path.GetFileName(path), Html = Text(path) }),
    ];

    private static string Text(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }
}
