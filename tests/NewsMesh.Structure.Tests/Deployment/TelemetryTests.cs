using YamlDotNet.RepresentationModel;

namespace NewsMesh.Structure.Tests.Deployment;

public sealed class TelemetryTests
{
    private const string CollectorPath = "deploy/otel/collector.yaml";
    private static readonly ComposeFile Compose = ComposeFile.Load();
    private static readonly YamlMappingNode Collector = Load();

    [Fact]
    public void Services_send_to_a_port_on_which_the_collector_listens()
    {
        var port = int.Parse(At("receivers", "otlp", "protocols", "grpc", "endpoint").Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        var collector = Compose.Services.Single(s => s.Name == "otel-collector");
        Assert.Contains(port, Dockerfile.Load(collector.Dockerfile!).ExposedPorts);
        Assert.All(Compose.Services.Where(s => s.Project is not null), s =>
        {
            var endpoint = new Uri(s.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"]);
            Assert.Equal((collector.Name, port), (endpoint.Host, endpoint.Port));
        });
    }

    [Fact]
    public void The_collector_sends_traces_to_a_service_of_the_compose_file()
    {
        var host = At("exporters", "otlp/jaeger", "endpoint").Split(':')[0];
        Assert.Contains(Compose.Services, s => s.Name == host);
    }

    [Fact]
    public void Every_part_of_a_pipeline_is_configured()
    {
        var pipelines = ((YamlMappingNode)((YamlMappingNode)Collector["service"])["pipelines"]).Children;
        Assert.Equal(["logs", "metrics", "traces"], pipelines.Select(p => p.Key.ToString()).Order());
        foreach (var kind in new[] { "receivers", "processors", "exporters" })
        {
            var configured = ((YamlMappingNode)Collector[kind]).Children.Select(c => c.Key.ToString()).ToHashSet();
            var used = pipelines.SelectMany(p => (YamlSequenceNode)p.Value[kind]).Select(n => n.ToString()).ToHashSet();
            Assert.Equal(configured, used);
        }
    }

    [Fact]
    public void The_collector_answers_the_port_of_its_health_check()
    {
        var health = Dockerfile.Load("deploy/otel/Dockerfile").HealthCheck!;
        Assert.Equal($"0.0.0.0:{health.Port}", At("extensions", "health_check", "endpoint"));
        Assert.Contains("health_check", ((YamlSequenceNode)((YamlMappingNode)Collector["service"])["extensions"]).Select(n => n.ToString()));
    }

    private static string At(params string[] path) => path.Aggregate((YamlNode)Collector, (node, key) => node[key]).ToString();

    private static YamlMappingNode Load()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read(CollectorPath)));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
