using System.Text.RegularExpressions;

namespace NewsMesh.Structure.Tests;

public sealed partial class ProjectFileTests
{
    [Fact]
    public void Package_versions_stand_in_one_file_only()
    {
        Assert.All(Repository.Projects, p => Assert.Empty(p.PackagesWithVersion));
    }

    [Theory]
    [InlineData("<PackageReference Include='A' Version='1.0' />")]
    [InlineData("<PackageReference Include='A' VersionOverride='1.0' />")]
    [InlineData("<PackageReference Include='A'><Version>1.0</Version></PackageReference>")]
    public void A_version_in_a_project_file_is_seen(string item)
    {
        var project = Project.Parse("x/X.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>");
        Assert.Equal(["A"], project.PackagesWithVersion);
    }

    [Fact]
    public void The_solution_has_every_project_and_no_other()
    {
        var inSolution = SolutionProject().Matches(Repository.Read("NewsMesh.sln")).Select(m => m.Groups[1].Value.Replace('\\', '/'));
        Assert.Equal(Repository.Projects.Select(p => p.Path).Order(), inSolution.Order());
    }

    [Fact]
    public void Every_library_and_service_has_a_test_project()
    {
        var tests = Repository.Projects.Where(p => p.IsTest).Select(p => p.Name).ToHashSet();
        var untested = Repository.Projects
            .Where(p => !p.IsTest && !p.Name.EndsWith(".Training", StringComparison.Ordinal))
            .Where(p => !tests.Contains(TestsOf(p.Name)))
            .Select(p => p.Name);
        Assert.Empty(untested);
    }

    // The services and what they share are tested together, on the bus's test harness.
    private static string TestsOf(string name) =>
        name.EndsWith(".Service", StringComparison.Ordinal) || name == "NewsMesh.ServiceDefaults"
            ? "NewsMesh.Services.Tests"
            : name + ".Tests";

    [GeneratedRegex("""^Project\("[^"]+"\) = "[^"]+", "([^"]+\.csproj)",""", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex SolutionProject();
}
