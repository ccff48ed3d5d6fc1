namespace NewsMesh.Structure.Tests;

/// <summary>Which project may reference which.</summary>
internal static class ReferenceRules
{
    private const string Contracts = "NewsMesh.Contracts";
    private const string Storage = "NewsMesh.Storage";
    private const string ServiceDefaults = "NewsMesh.ServiceDefaults";
    private static readonly string[] Shared = [Contracts, Storage, ServiceDefaults];
    private static readonly string[] Libraries = ["NewsMesh.Ingest", "NewsMesh.Stripping", "NewsMesh.Entities", "NewsMesh.Dedup"];

    // A stage is a function of its input: it knows no bus, no database and no telemetry exporter.
    private static readonly string[] NotInLibraries =
        ["MassTransit", "RabbitMQ", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "MongoDB", "OpenTelemetry"];

    /// <summary>One sentence for each reference that must not be; empty where all is well.</summary>
    public static IReadOnlyList<string> Violations(IReadOnlyList<Project> projects) =>
        [.. projects.Where(p => !p.IsTest).SelectMany(p => References(p).Concat(Packages(p)))];

    private static IEnumerable<string> References(Project project)
    {
        if (project.Name == "NewsMesh.AllInOne")
        {
            return project.References.Where(r => r.EndsWith(".Tests", StringComparison.Ordinal)).Select(r => Sentence(project, r));
        }

        var allowed = Allowed(project.Name);
        return allowed is null
            ? [$"{project.Name} is of no known kind: say in ReferenceRules what it may reference."]
            : project.References.Except(allowed).Select(r => Sentence(project, r));
    }

    private static string[]? Allowed(string name) => name switch
    {
        Contracts => [],
        Storage => [Contracts],
        ServiceDefaults => [Contracts, Storage],
        "NewsMesh.Gateway" => Shared,
        _ when Libraries.Contains(name) => [],
        _ when name.EndsWith(".Service", StringComparison.Ordinal) => [name[..^".Service".Length], .. Shared],
        // A model is trained outside the product, by the library's own code.
        _ when name.EndsWith(".Training", StringComparison.Ordinal) => [name[..^".Training".Length]],
        _ => null,
    };

    private static IEnumerable<string> Packages(Project project)
    {
        if (project.Name == Contracts)
        {
            return project.Packages.Select(p => Sentence(project, p));
        }

        return Libraries.Contains(project.Name)
            ? project.Packages
                .Where(p => NotInLibraries.Any(n => p == n || p.StartsWith(n + ".", StringComparison.Ordinal)))
                .Select(p => Sentence(project, p))
            : [];
    }

    private static string Sentence(Project project, string reference) => $"{project.Name} must not reference {reference}.";
}
