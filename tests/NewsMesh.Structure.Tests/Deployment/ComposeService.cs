namespace NewsMesh.Structure.Tests.Deployment;

/// <summary>One service of the compose file.</summary>
internal sealed record ComposeService
{
    public required string Name { get; init; }

    /// <summary>Image by name; null where the service is built.</summary>
    public string? Image { get; init; }

    /// <summary>Path of the Dockerfile from the root; null where the service runs an image as it is.</summary>
    public string? Dockerfile { get; init; }

    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Published ports as written, "address:host:container".</summary>
    public IReadOnlyList<string> Ports { get; init; } = [];

    /// <summary>Mounts as written, "source:target[:mode]".</summary>
    public IReadOnlyList<string> Mounts { get; init; } = [];

    /// <summary>Name of each service waited for, with the condition.</summary>
    public IReadOnlyDictionary<string, string> DependsOn { get; init; } = new Dictionary<string, string>();

    public bool HasHealthCheck { get; init; }

    /// <summary>Folder of the project that the service runs; null for foreign software.</summary>
    public string? Project => BuildArguments.GetValueOrDefault("PROJECT");

    public static ComposeService From(string name, Dictionary<string, object?> node)
    {
        var build = ComposeFile.Map(node.GetValueOrDefault("build"));
        return new ComposeService
        {
            Name = name,
            Image = node.GetValueOrDefault("image")?.ToString(),
            Dockerfile = build.Count == 0 ? null : DockerfileOf(build),
            BuildArguments = Texts(build.GetValueOrDefault("args")),
            Environment = Texts(node.GetValueOrDefault("environment")),
            Ports = ComposeFile.List(node.GetValueOrDefault("ports")),
            Mounts = ComposeFile.List(node.GetValueOrDefault("volumes")),
            DependsOn = ComposeFile.Map(node.GetValueOrDefault("depends_on"))
                .ToDictionary(d => d.Key, d => ComposeFile.Map(d.Value).GetValueOrDefault("condition")?.ToString() ?? ""),
            HasHealthCheck = ComposeFile.Map(node.GetValueOrDefault("healthcheck")).ContainsKey("test"),
        };
    }

    private static string DockerfileOf(Dictionary<string, object?> build)
    {
        var context = build["context"]!.ToString()!;
        var file = build["dockerfile"]!.ToString()!;
        return context == "." ? file : $"{context}/{file}";
    }

    private static Dictionary<string, string> Texts(object? node) =>
        ComposeFile.Map(node).ToDictionary(p => p.Key, p => p.Value?.ToString() ?? "");
}
