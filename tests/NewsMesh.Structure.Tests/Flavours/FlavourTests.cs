using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsMesh.Structure.Tests.Deployment;

namespace NewsMesh.Structure.Tests.Flavours;

/// <summary>The two flavours differ in the pairs listed here, and in nothing else.</summary>
public sealed partial class FlavourTests
{
    private const string Storage = "shared/NewsMesh.Storage/NewsMesh.Storage.csproj";
    private const string ServiceDefaults = "shared/NewsMesh.ServiceDefaults/NewsMesh.ServiceDefaults.csproj";
    private const string MongoServers = "tests/NewsMesh.MongoGateway/NewsMesh.MongoGateway.csproj";
    private const string RabbitMqServers = "tests/servers/servers.props";

    /// <summary>Where the output goes; nothing that is compiled depends on it.</summary>
    private const string BuildProps = "Directory.Build.props";

    private static readonly FlavourItem[] Declared =
    [
        new(Storage, Flavour.Default, "Mongo/Libmongoc/"), new(Storage, Flavour.Default, "MongoDB.Bson"),
        new(Storage, Flavour.Upstream, "Mongo/Driver/"), new(Storage, Flavour.Upstream, "MongoDB.Driver"),
        new(ServiceDefaults, Flavour.Default, "Telemetry/Sdk/"),
        new(ServiceDefaults, Flavour.Upstream, "Telemetry/Hosting/"), new(ServiceDefaults, Flavour.Upstream, "OpenTelemetry.Extensions.Hosting"),
        new(MongoServers, Flavour.Default, "Servers/Local/"),
        new(MongoServers, Flavour.Upstream, "Servers/Container/"), new(MongoServers, Flavour.Upstream, "Testcontainers.MongoDb"),
        new(MongoServers, Flavour.Upstream, "../NewsMesh.EndToEnd.Tests/Support/Ports.cs"),
        new(MongoServers, Flavour.Upstream, "../servers/container/DockerEngine.cs"),
        new(RabbitMqServers, Flavour.Default, "local/"),
        new(RabbitMqServers, Flavour.Upstream, "container/"), new(RabbitMqServers, Flavour.Upstream, "Testcontainers.RabbitMq"),
        // What the driver alone adds to a span.
        new("tests/NewsMesh.Storage.Tests/NewsMesh.Storage.Tests.csproj", Flavour.Upstream, "Mongo/Driver/"),
    ];

    public static TheoryData<string, string, string> Seams => new()
    {
        { "shared/NewsMesh.Storage/Mongo/Libmongoc", "shared/NewsMesh.Storage/Mongo/Driver", "MongoConnection.cs" },
        { "shared/NewsMesh.ServiceDefaults/Telemetry/Sdk", "shared/NewsMesh.ServiceDefaults/Telemetry/Hosting", "TelemetryExport.cs" },
        { "tests/NewsMesh.MongoGateway/Servers/Local", "tests/NewsMesh.MongoGateway/Servers/Container", "OwnMongoServers.cs" },
        { "tests/servers/local", "tests/servers/container", "RabbitMqServers.cs" },
    };

    [Fact]
    public void Nothing_but_the_declared_pairs_depends_on_the_switch()
    {
        var items = Repository.Files
            .Where(f => f != BuildProps && Path.GetExtension(f) is ".csproj" or ".props" or ".targets")
            .SelectMany(f => FlavourItem.Parse(f, Repository.Read(f)));

        Assert.Equal(Declared.Select(i => i.ToString()).Order(), items.Select(i => i.ToString()).Order());
    }

    [Fact]
    public void What_is_built_for_both_alike_depends_on_the_switch_in_where_it_goes_alone()
    {
        var text = Repository.Read(BuildProps);
        var group = XElement.Parse(text).Elements("PropertyGroup").Single(e => e.Attribute("Condition")?.Value == "'$(Upstream)' == 'true'");

        Assert.Equal(["BaseOutputPath", "BaseIntermediateOutputPath", "DefaultItemExcludes"], group.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(2, text.Split("$(Upstream)").Length);
    }

    /// <summary>The one file that both have of a pair names the type that the rest of the code knows.</summary>
    [Theory]
    [MemberData(nameof(Seams))]
    public void A_pair_has_its_seam_in_both_flavours_and_no_other_file_twice(string byDefault, string upstream, string seam) =>
        Assert.Equal([seam], Names(byDefault).Intersect(Names(upstream)));

    [Fact]
    public void No_source_is_compiled_in_part()
    {
        Assert.NotEmpty(Repository.Sources);
        Assert.DoesNotContain(Repository.Sources, f => Directive().IsMatch(Repository.Read(f)));
    }

    [Theory]
    [InlineData("tests/servers/container/RabbitMqContainerServer.cs", "rabbitmq")]
    [InlineData("tests/NewsMesh.MongoGateway/Servers/Container/MongoContainerServer.cs", "mongodb")]
    public void Tests_in_containers_run_on_the_images_of_the_compose_file(string file, string service)
    {
        var image = ComposeFile.Load().Services.Single(s => s.Name == service).Image;

        Assert.Contains($"\"{image}\"", Repository.Read(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<ItemGroup Condition=\"'$(Upstream)' == 'true'\"><PackageReference Include='P' /></ItemGroup>", "P", true)]
    [InlineData("<ItemGroup Condition=\"'$(Upstream)' != 'true'\"><Compile Remove='Up/**' /></ItemGroup>", "Up/", true)]
    [InlineData("<ItemGroup Condition=\"'$(Upstream)' != 'true'\"><Compile Include='$(MSBuildThisFileDirectory)local/*.cs' /></ItemGroup>", "local/", false)]
    public void An_item_is_of_the_flavour_that_compiles_it(string xml, string name, bool upstream) =>
        Assert.Equal(
            [new FlavourItem("x", upstream ? Flavour.Upstream : Flavour.Default, name)], FlavourItem.Parse("x", $"<Project>{xml}</Project>"));

    [Theory]
    [InlineData("<PropertyGroup Condition=\"'$(Upstream)' == 'true'\"><DefineConstants>UPSTREAM</DefineConstants></PropertyGroup>")]
    [InlineData("<PropertyGroup><DefineConstants>$(Upstream)</DefineConstants></PropertyGroup>")]
    [InlineData("<ItemGroup><PackageReference Include='P' Condition=\"'$(Upstream)' == 'true'\" /></ItemGroup>")]
    [InlineData("<ItemGroup Condition=\"'$(Upstream)' == ''\"><PackageReference Include='P' /></ItemGroup>")]
    [InlineData("<ItemGroup Condition=\"'$(Upstream)' == 'true'\"><EmbeddedResource Include='r' /></ItemGroup>")]
    public void Another_use_of_the_switch_is_seen(string xml) =>
        Assert.Throws<FormatException>(() => FlavourItem.Parse("x", $"<Project>{xml}</Project>").ToList());

    private static IEnumerable<string> Names(string folder) =>
        Repository.Files.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal)).Select(f => f[(folder.Length + 1)..]);

    [GeneratedRegex(@"^\s*#\s*(?:if|elif|define)\b", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Directive();
}
