namespace NewsMesh.Structure.Tests;

public sealed class SourceTextTests
{
    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".md", ".yml", ".yaml", ".sh", ".conf", ".py", ".js", ".css", ".txt", "Dockerfile"];

    // These two name what they look for.
    private static readonly string[] OwnFiles =
        ["tests/NewsMesh.Structure.Tests/SourceTextRules.cs", "tests/NewsMesh.Structure.Tests/SourceTextTests.cs"];

    [Fact]
    public void No_line_names_a_machine_path_or_a_feed_host()
    {
        var found = Repository.Files
            .Where(f => TextEndings.Any(e => f.EndsWith(e, StringComparison.Ordinal)) && !OwnFiles.Contains(f))
            .SelectMany(f => SourceTextRules.Violations(f, Repository.Read(f)));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("var path = \"/home/anna/news\";")]
    [InlineData("cd /mnt/data/news")]
    [InlineData("# see /root/notes.md")]
    [InlineData("curl https://feed.example/v3/index.json")]
    [InlineData(@"C:\Users\anna\news")]
    public void A_machine_path_or_feed_host_is_seen(string line)
    {
        Assert.Equal(["a.cs:2"], SourceTextRules.Violations("a.cs", "first\n" + line));
    }

    [Theory]
    [InlineData("GET https://site.example/home/news/work/")]
    [InlineData("RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish")]
    [InlineData("the home page of the paper")]
    public void An_ordinary_line_passes(string line)
    {
        Assert.Empty(SourceTextRules.Violations("a.cs", line));
    }
}
