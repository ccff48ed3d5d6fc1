using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace NewsMesh.Structure.Tests.Deployment;

/// <summary>The parts of docker-compose.yml that must agree with the repository.</summary>
internal sealed record ComposeFile
{
    public const string Path = "docker-compose.yml";

    public required IReadOnlyList<ComposeService> Services { get; init; }

    /// <summary>Volumes declared at the end of the file.</summary>
    public required IReadOnlyList<string> Volumes { get; init; }

    public static ComposeFile Load() => Parse(Repository.Read(Path));

    public static ComposeFile Parse(string yaml)
    {
        // The merging parser resolves "<<: *service".
        var parser = new MergingParser(new Parser(new StringReader(yaml)));
        var root = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object?>>(parser);
        return new ComposeFile
        {
            Services = [.. Map(root["services"]).Select(s => ComposeService.From(s.Key, Map(s.Value)))],
            Volumes = [.. Map(root.GetValueOrDefault("volumes")).Keys],
        };
    }

    /// <summary>A YAML mapping with its keys as text; empty for a missing node.</summary>
    public static Dictionary<string, object?> Map(object? node) =>
        (node as IEnumerable<KeyValuePair<object, object?>> ?? [])
            .ToDictionary(p => p.Key.ToString()!, p => p.Value, StringComparer.Ordinal);

    /// <summary>A YAML sequence of texts; empty for a missing node.</summary>
    public static IReadOnlyList<string> List(object? node) => [.. (node as IEnumerable<object> ?? []).Select(x => x.ToString()!)];
}
