using System.Text.RegularExpressions;

namespace NewsMesh.Structure.Tests;

/// <summary>What no committed line may name: folders of one machine, and hosts of one package feed.</summary>
internal static partial class SourceTextRules
{
    /// <summary>The lines of a file that break a rule, as "path:line".</summary>
    public static IEnumerable<string> Violations(string path, string text) =>
        text.Split('\n').Index()
            .Where(line => MachinePath().IsMatch(line.Item) || FeedHost().IsMatch(line.Item))
            .Select(line => $"{path}:{line.Index + 1}");

    // A container's /root is no machine's: the build stage's package cache lies there.
    [GeneratedRegex(@"(?:^|[^\w/.])(?:/home/\w|/mnt/\w|/Users/\w|/root/(?!\.nuget/packages)|[A-Z]:\\Users\\)", RegexOptions.CultureInvariant)]
    private static partial Regex MachinePath();

    // A NuGet feed is known by its service index, whatever its host; the others by their products' names.
    [GeneratedRegex(@"/v3/index\.json|\b(?:artifactory|nexus\.)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FeedHost();
}
