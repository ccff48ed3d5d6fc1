using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using NewsMesh.Ingest;
using NewsMesh.ServiceDefaults;

namespace NewsMesh.Structure.Tests.Deployment;

/// <summary>What the compose file sets is what the services read, and is a value that they accept.</summary>
public sealed partial class SettingsTests
{
    private const string ServiceDockerfile = "deploy/docker/Dockerfile";
    private static readonly ComposeFile Compose = ComposeFile.Load();
    private static readonly ComposeService[] Services = [.. Compose.Services.Where(s => s.Project is not null)];

    public static TheoryData<string> Variables =>
    [
        .. Services.SelectMany(s => s.Environment.Keys)
            .Concat(ImageVariable().Matches(Repository.Read(ServiceDockerfile)).Select(m => m.Groups[1].Value))
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Variables))]
    public void Every_variable_of_a_service_is_read_by_the_code(string variable)
    {
        Assert.True(IsSetting(variable) || IsReadByName(variable), $"Nothing reads {variable}.");
    }

    [Theory]
    [InlineData("NewsMesh__Bus", true)]
    [InlineData("NewsMesh__BusOptions__Prefetch", true)]
    [InlineData("NewsMesh__Buss", false)]
    [InlineData("NewsMesh__Bus__Prefetch", false)]
    [InlineData("NEWSMESH_BUS", false)]
    public void A_variable_is_a_setting_where_the_options_have_it(string variable, bool expected)
    {
        Assert.Equal(expected, IsSetting(variable));
    }

    [Fact]
    public void A_service_accepts_its_settings_with_the_values_of_the_example()
    {
        Assert.All(Services, s =>
        {
            var options = OptionsOf(s);
            Assert.Contains(Compose.Services, x => x.Name == new Uri(options.Bus).Host);
            Assert.Contains(Compose.Services, x => x.Name == new Uri(options.Store).Host);
        });
    }

    [Fact]
    public void A_service_listens_where_its_image_checks_its_health()
    {
        var image = Dockerfile.Load(ServiceDockerfile);
        Assert.All(Services, s =>
        {
            var port = new Uri(OptionsOf(s).Urls!).Port;
            Assert.Equal([port], image.ExposedPorts);
            Assert.Equal(port, image.HealthCheck!.Port);
            Assert.All(s.Ports, p => Assert.EndsWith(":" + port.ToString(CultureInfo.InvariantCulture), p, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_health_check_asks_a_path_that_the_services_answer()
    {
        var path = Dockerfile.Load(ServiceDockerfile).HealthCheck!.AbsolutePath;
        Assert.Contains(Repository.ProductSources, f => Repository.Read(f).Contains($"MapGet(\"{path}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_brokers_message_limit_lies_between_a_page_and_what_the_clients_accept()
    {
        var limit = long.Parse(MessageLimit().Match(Repository.Read("deploy/docker/rabbitmq.conf")).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.InRange(limit, IngestLimits.DefaultMaxPageBytes + 1L, BusOptions.DefaultMaxMessageBytes);
    }

    [Fact]
    public void A_stopping_service_has_time_to_finish_its_work()
    {
        var seconds = int.Parse(GracePeriod().Match(Repository.Read(ComposeFile.Path)).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.True(TimeSpan.FromSeconds(seconds) > new BusOptions().StopTimeout);
    }

    private static NewsMeshOptions OptionsOf(ComposeService service)
    {
        var example = ExampleValue().Matches(Repository.Read(".env.example")).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var settings = service.Environment.ToDictionary(
            e => e.Key.Replace("__", ":", StringComparison.Ordinal),
            e => (string?)Interpolation().Replace(e.Value, m => example[m.Groups[1].Value]));
        return NewsMeshOptions.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    private static bool IsSetting(string variable)
    {
        var parts = variable.Split("__");
        var type = parts[0] == NewsMeshOptions.Section ? typeof(NewsMeshOptions) : null;
        foreach (var part in parts[1..])
            type = type?.GetProperty(part)?.PropertyType;
        return type is not null && parts.Length > 1;
    }

    private static bool IsReadByName(string variable) =>
        Repository.ProductSources.Any(f => Repository.Read(f).Contains($"\"{variable}\"", StringComparison.Ordinal));

    [GeneratedRegex(@"^ENV (\w+)=", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ImageVariable();

    [GeneratedRegex(@"^max_message_size = (\d+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MessageLimit();

    [GeneratedRegex(@"stop_grace_period: (\d+)s", RegexOptions.NonBacktracking)]
    private static partial Regex GracePeriod();

    [GeneratedRegex(@"^(\w+)=(.*)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ExampleValue();

    [GeneratedRegex(@"\$\{(\w+)[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Interpolation();
}
