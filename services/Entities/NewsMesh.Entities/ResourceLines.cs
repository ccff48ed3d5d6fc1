namespace NewsMesh.Entities;

/// <summary>Reads the embedded word lists: one entry a line or several between commas; "#" starts a comment.</summary>
internal static class ResourceLines
{
    public static IEnumerable<string> Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var content = comment < 0 ? line : line[..comment];
            foreach (var entry in content.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return entry;
            }
        }
    }

    public static Stream Open(string name) =>
        typeof(ResourceLines).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly lacks its resource '{name}'.");
}
