using System.Text.RegularExpressions;

namespace NewsMesh.Structure.Tests.Deployment;

/// <summary>Every name in the compose file is one of the repository's or of the file's own.</summary>
public sealed partial class ComposeTests
{
    private static readonly ComposeFile Compose = ComposeFile.Load();
    private static readonly string Text = Repository.Read(ComposeFile.Path);

    [Fact]
    public void Every_service_of_the_solution_is_in_the_compose_file()
    {
        var hosts = Repository.Projects
            .Where(p => p.Name.EndsWith(".Service", StringComparison.Ordinal) || p.Name == "NewsMesh.Gateway")
            .Select(p => Path.GetDirectoryName(p.Path)!.Replace('\\', '/'));
        Assert.Equal(hosts.Order(), Compose.Services.Where(s => s.Project is not null).Select(s => s.Project!).Order());
    }

    [Fact]
    public void A_service_is_named_after_its_stage()
    {
        Assert.All(
            Compose.Services.Where(s => s.Project is not null),
            s => Assert.Equal(s.Project!.Split('/')[1], s.Name, ignoreCase: true));
    }

    [Fact]
    public void A_project_folder_is_named_after_its_program()
    {
        Assert.All(Compose.Services.Where(s => s.Project is not null), s =>
        {
            var file = $"{s.Project}/{Path.GetFileName(s.Project)}.csproj";
            Assert.Contains(file, Repository.Files);
            Assert.DoesNotContain("<AssemblyName>", Repository.Read(file), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Build_files_and_their_arguments_exist()
    {
        Assert.All(Compose.Services.Where(s => s.Dockerfile is not null), s =>
        {
            Assert.Contains(s.Dockerfile!, Repository.Files);
            Assert.Subset(Dockerfile.Load(s.Dockerfile!).Arguments.ToHashSet(), s.BuildArguments.Keys.ToHashSet());
        });
    }

    [Fact]
    public void Every_service_has_a_health_check()
    {
        Assert.All(Compose.Services, s => Assert.True(
            s.HasHealthCheck || (s.Dockerfile is not null && Dockerfile.Load(s.Dockerfile).HealthCheck is not null),
            $"{s.Name} has none, neither here nor in its image."));
    }

    [Fact]
    public void Services_wait_for_the_health_of_services_that_exist()
    {
        var names = Compose.Services.Select(s => s.Name).ToHashSet();
        Assert.All(Compose.Services.SelectMany(s => s.DependsOn), d =>
        {
            Assert.Contains(d.Key, names);
            Assert.Equal("service_healthy", d.Value);
        });
    }

    [Fact]
    public void Mounts_are_files_of_the_repository_or_declared_volumes()
    {
        Assert.All(Compose.Services.SelectMany(s => s.Mounts), mount =>
        {
            var source = mount.Split(':')[0];
            Assert.Contains(source.StartsWith("./", StringComparison.Ordinal) ? source[2..] : source, Repository.Files.Concat(Compose.Volumes));
        });
    }

    [Fact]
    public void Ports_are_published_on_the_loopback_address_only()
    {
        Assert.All(Compose.Services.SelectMany(s => s.Ports), p => Assert.StartsWith("127.0.0.1:", p, StringComparison.Ordinal));
    }

    [Fact]
    public void Variables_of_the_file_are_the_ones_that_the_example_sets()
    {
        var used = Interpolation().Matches(Text).Select(m => m.Groups[1].Value).Distinct();
        var set = Setting().Matches(Repository.Read(".env.example")).Select(m => m.Groups[1].Value);
        Assert.Equal(set.Order(), used.Order());
    }

    [Fact]
    public void No_password_stands_in_the_file()
    {
        var secrets = Compose.Services.SelectMany(s => s.Environment)
            .Where(e => e.Key.Contains("PASS", StringComparison.Ordinal) || e.Value.Contains('@', StringComparison.Ordinal));
        Assert.NotEmpty(secrets);
        Assert.All(secrets, e => Assert.Contains("PASSWORD:?", e.Value, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\$\{(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Interpolation();

    [GeneratedRegex(@"^(\w+)=", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();
}
