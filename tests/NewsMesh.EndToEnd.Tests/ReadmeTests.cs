using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsMesh.Contracts;
using NewsMesh.Dedup.Service;
using NewsMesh.EndToEnd.Tests.Support;
using NewsMesh.Entities.Service;
using NewsMesh.Gateway;
using NewsMesh.Ingest.Service;
using NewsMesh.Storage.Documents;
using NewsMesh.Stripping.Service;

namespace NewsMesh.EndToEnd.Tests;

/// <summary>The README's tables, links and versions are those of the code.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Every_link_into_the_repository_leads_somewhere()
    {
        var targets = Link().Matches(Text).Select(m => m.Groups[1].Value).Where(t => !t.Contains("://", StringComparison.Ordinal) && t[0] != '#').ToList();

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(Repository.Root, target)), $"{target} is not there."));
    }

    [Fact]
    public void The_reasons_of_rejection_are_all_listed()
    {
        Assert.Equal(RejectionReasons.All, FirstColumn("| reason | meaning |"));
    }

    [Fact]
    public void The_outcomes_of_a_submission_are_all_listed()
    {
        Assert.Equal(SubmissionStatus.All.Except([SubmissionStatus.Pending]), FirstColumn("| outcome | meaning |"));
    }

    [Theory]
    [InlineData("services/Gateway/NewsMesh.Gateway", GatewayRegistration.DefaultPort)]
    [InlineData("services/Ingest/NewsMesh.Ingest.Service", IngestRegistration.DefaultPort)]
    [InlineData("services/Stripping/NewsMesh.Stripping.Service", StrippingRegistration.DefaultPort)]
    [InlineData("services/Entities/NewsMesh.Entities.Service", EntitiesRegistration.DefaultPort)]
    [InlineData("services/Dedup/NewsMesh.Dedup.Service", DedupRegistration.DefaultPort)]
    public void A_service_is_listed_with_its_command_and_its_port(string project, int port)
    {
        Assert.True(Directory.Exists(Path.Combine(Repository.Root, project)));
        Assert.Contains($"| `dotnet run --project {project}` | http://127.0.0.1:{port} |", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dotnet_programs_use_the_versions_that_the_tests_use()
    {
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(x => x.Attribute("Include")!.Value, x => x.Attribute("Version")!.Value);
        var packages = PackageLine().Matches(Text);

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Equal(versions[package.Groups[1].Value], package.Groups[2].Value));
    }

    /// <summary>The names in the first column of the table under a heading row.</summary>
    private static IEnumerable<string> FirstColumn(string headingRow) => Text.Split('\n')
        .SkipWhile(line => line != headingRow)
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('`')[1]);

    [GeneratedRegex(@"\]\(([^)]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("^#:package ([^@]+)@(.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PackageLine();
}
