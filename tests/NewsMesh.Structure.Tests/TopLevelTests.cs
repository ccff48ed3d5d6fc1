namespace NewsMesh.Structure.Tests;

public sealed class TopLevelTests
{
    private static readonly string[] Agreed =
    [
        "services", "shared", "tests", "deploy", "docker-compose.yml", "NewsMesh.sln", "README.md", "Directory.Build.props",
        "Directory.Packages.props", "global.json", "LICENSE", "CHANGELOG.md", "SECURITY.md",
    ];

    [Fact]
    public void The_top_level_holds_exactly_the_agreed_entries_and_dotfiles()
    {
        var entries = Repository.Files.Select(f => f.Split('/')[0]).Distinct().Where(e => e[0] != '.');
        Assert.Equal(Agreed.Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
    }
}
