namespace NewsMesh.AllInOne.Inputs;

/// <summary>Finds the files that paths name.</summary>
internal static class InputFiles
{
    /// <summary>Endings of files that hold one page or text.</summary>
    public static IReadOnlyList<string> PageEndings { get; } = [".html", ".htm", ".html.gz", ".htm.gz", ".txt", ".txt.gz"];

    /// <summary>Endings of all files that articles are read from: pages, texts and submissions.</summary>
    public static IReadOnlyList<string> ArticleEndings { get; } = [.. PageEndings, ".json", ".json.gz", ".jsonl", ".jsonl.gz"];

    /// <summary>Files of known endings, folders searched to the bottom, in ordinal order of their names below each path.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="endings"><see cref="PageEndings"/> or <see cref="ArticleEndings"/>; in a folder, files with others are passed over.</param>
    /// <returns>Full path and the name to show: the file's name, or its path below the folder that was given.</returns>
    /// <exception cref="UsageException">A path that does not exist, or a file given by name whose ending is not known.</exception>
    public static IReadOnlyList<(string Path, string Name)> Find(IEnumerable<string> paths, IReadOnlyList<string> endings)
    {
        var files = new List<(string, string)>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Where(file => IsKnown(file, endings))
                    .Order(StringComparer.Ordinal)
                    .Select(file => (file, Path.GetRelativePath(path, file).Replace('\\', '/'))));
            }
            else if (!File.Exists(path))
            {
                throw new UsageException($"'{path}' does not exist.");
            }
            else if (!IsKnown(path, endings))
            {
                throw new UsageException($"'{path}' has none of the known endings: {string.Join(' ', endings)}.");
            }
            else
            {
                files.Add((path, Path.GetFileName(path)));
            }
        }

        return files.Count > 0 ? files : throw new UsageException("There is no article file in what was given.");
    }

    /// <summary>Throws <see cref="UsageException"/> where there is no such file.</summary>
    public static void Require(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"'{path}' does not exist.");
        }
    }

    /// <summary>The name without its known endings; other dots stay.</summary>
    public static string Stem(string name)
    {
        var stem = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        foreach (var ending in (string[])[".html", ".htm", ".txt"])
        {
            if (stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return stem[..^ending.Length];
            }
        }

        return stem;
    }

    private static bool IsKnown(string path, IEnumerable<string> endings) =>
        endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
