using System.Text.RegularExpressions;

namespace NewsMesh.Structure.Tests;

public sealed partial class SampleTests
{
    private const string Folder = "services/AllInOne/Samples/";

    private static readonly string[] Samples =
        [.. Repository.Files.Where(f => f.StartsWith(Folder, StringComparison.Ordinal)).Select(f => f[Folder.Length..])
            .Where(f => f is not ("README.md" or ".gitattributes"))];

    [Fact]
    public void The_readme_lists_every_sample_and_no_other()
    {
        var listed = FileName().Matches(Repository.Read(Folder + "README.md")).Select(m => m.Groups[1].Value).Distinct();
        Assert.Equal(Samples.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Samples_name_reserved_domains_only()
    {
        var hosts = Samples.Where(s => s.EndsWith(".html", StringComparison.Ordinal))
            .SelectMany(s => Host().Matches(Repository.Read(Folder + s)).Select(m => m.Groups[1].Value))
            .Where(h => !h.EndsWith(".example", StringComparison.Ordinal) && !WellKnown.Contains(h));
        Assert.Empty(hosts);
    }

    // Namespaces and document types, never fetched.
    private static readonly string[] WellKnown = ["schema.org", "ogp.me", "www.w3.org"];

    [GeneratedRegex("`(\\d\\d-[a-z0-9-]+\\.(?:html|txt|jsonl?))`", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();

    [GeneratedRegex("https?://([a-z0-9.-]+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Host();
}
