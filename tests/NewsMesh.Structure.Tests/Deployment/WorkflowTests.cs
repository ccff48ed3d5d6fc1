using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace NewsMesh.Structure.Tests.Deployment;

/// <summary>What the GitHub workflow names must be there; the workflow itself has not run yet.</summary>
public sealed partial class WorkflowTests
{
    private static readonly Dictionary<string, object?> Jobs = ComposeFile.Map(
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, object?>>(Repository.Read(".github/workflows/ci.yml"))["jobs"]);

    [Fact]
    public void One_job_is_the_local_test_command_and_one_builds_the_other_flavour()
    {
        Assert.Equal(["default", "upstream"], Jobs.Keys);
        Assert.Contains("bash .ci/run", Commands("default"));
        Assert.DoesNotContain("env", ComposeFile.Map(Jobs["default"]).Keys);
        Assert.Equal("true", ComposeFile.Map(ComposeFile.Map(Jobs["upstream"])["env"])["Upstream"]);
    }

    [Fact]
    public void The_upstream_job_tests_every_project_but_the_stand_in_for_mongodb()
    {
        var tested = TestLoop().Match(string.Join('\n', Commands("upstream"))).Groups["projects"].Value.Split(' ');
        var projects = Repository.Projects.Select(p => p.Name).Where(n => n.EndsWith(".Tests", StringComparison.Ordinal) && n != "NewsMesh.MongoGateway.Tests");

        Assert.Equal(projects.Order(), tested.Select(p => $"NewsMesh.{p}.Tests").Order());
    }

    [Fact]
    public void The_images_fetched_are_of_the_compose_file()
    {
        var fetched = Pull().Match(string.Join('\n', Commands("upstream"))).Groups["services"].Value.Split(' ');

        Assert.NotEmpty(fetched);
        Assert.All(fetched, name => Assert.Contains(ComposeFile.Load().Services, s => s.Name == name && s.Image is not null));
    }

    private static IReadOnlyList<string> Commands(string job) =>
        [.. ((IEnumerable<object>)ComposeFile.Map(Jobs[job])["steps"]!).Select(step => ComposeFile.Map(step).GetValueOrDefault("run")?.ToString() ?? "")];

    [GeneratedRegex(@"^for project in (?<projects>[\w ]+); do$", RegexOptions.Multiline)]
    private static partial Regex TestLoop();

    [GeneratedRegex(@"^docker compose .*\bpull (?<services>[\w -]+)$", RegexOptions.Multiline)]
    private static partial Regex Pull();
}
