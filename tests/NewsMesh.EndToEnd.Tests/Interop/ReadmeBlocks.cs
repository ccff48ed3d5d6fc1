using NewsMesh.EndToEnd.Tests.Support;

namespace NewsMesh.EndToEnd.Tests.Interop;

/// <summary>The programs that the README shows.</summary>
internal static class ReadmeBlocks
{
    private const string Fence = "```";

    /// <summary>The fenced blocks of one language under a heading of the third level, in their order.</summary>
    public static IReadOnlyList<string> Under(string heading, string language)
    {
        var blocks = new List<string>();
        List<string>? block = null;
        var section = File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .SkipWhile(line => line != "### " + heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal) && !line.StartsWith("### ", StringComparison.Ordinal));
        foreach (var line in section)
        {
            if (line == Fence + language)
            {
                block = [];
            }
            else if (line == Fence && block is not null)
            {
                blocks.Add(string.Join('\n', block) + "\n");
                block = null;
            }
            else
            {
                block?.Add(line);
            }
        }

        return blocks;
    }
}
