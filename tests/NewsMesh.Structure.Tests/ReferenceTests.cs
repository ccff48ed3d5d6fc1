namespace NewsMesh.Structure.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void Every_project_references_only_what_its_place_allows()
    {
        Assert.Empty(ReferenceRules.Violations(Repository.Projects));
    }

    [Theory]
    [InlineData("NewsMesh.Ingest", "NewsMesh.Contracts")]
    [InlineData("NewsMesh.Dedup", "NewsMesh.Storage")]
    [InlineData("NewsMesh.Ingest.Service", "NewsMesh.Dedup.Service")]
    [InlineData("NewsMesh.Ingest.Service", "NewsMesh.Stripping")]
    [InlineData("NewsMesh.Gateway", "NewsMesh.Entities.Service")]
    [InlineData("NewsMesh.Contracts", "NewsMesh.Storage")]
    [InlineData("NewsMesh.Storage", "NewsMesh.ServiceDefaults")]
    [InlineData("NewsMesh.AllInOne", "NewsMesh.Structure.Tests")]
    public void A_forbidden_reference_is_seen(string from, string to)
    {
        var project = new Project { Name = from, Path = "services/x.csproj", References = [to] };
        Assert.Equal([$"{from} must not reference {to}."], ReferenceRules.Violations([project]));
    }

    [Theory]
    [InlineData("NewsMesh.Stripping", "MassTransit")]
    [InlineData("NewsMesh.Dedup", "MassTransit.RabbitMQ")]
    [InlineData("NewsMesh.Dedup", "Microsoft.Data.Sqlite")]
    [InlineData("NewsMesh.Contracts", "System.Text.Json")]
    public void A_forbidden_package_is_seen(string project, string package)
    {
        var found = ReferenceRules.Violations([new Project { Name = project, Path = "services/x.csproj", Packages = [package] }]);
        Assert.Equal([$"{project} must not reference {package}."], found);
    }

    [Fact]
    public void A_project_of_no_known_kind_is_seen()
    {
        Assert.Single(ReferenceRules.Violations([new Project { Name = "NewsMesh.Common", Path = "shared/x.csproj" }]));
    }
}
