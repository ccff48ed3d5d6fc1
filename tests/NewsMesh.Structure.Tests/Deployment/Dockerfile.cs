using System.Text.RegularExpressions;

namespace NewsMesh.Structure.Tests.Deployment;

/// <summary>The parts of a Dockerfile that must agree with the repository.</summary>
internal sealed partial record Dockerfile
{
    public required string Text { get; init; }

    /// <summary>Images that stages start from.</summary>
    public IReadOnlyList<string> BaseImages => [.. From().Matches(Text).Select(m => m.Groups[1].Value)];

    public IReadOnlyList<string> Arguments => [.. Argument().Matches(Text).Select(m => m.Groups[1].Value)];

    public IReadOnlyList<int> ExposedPorts =>
        [.. Expose().Matches(Text).SelectMany(m => m.Groups[1].Value.Split(' ')).Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The address that the health check asks, null without one.</summary>
    public Uri? HealthCheck => Health().Match(Text) is { Success: true } match ? new Uri(match.Groups[1].Value) : null;

    /// <summary>The user that the last stage runs as, null where it is root.</summary>
    public string? User => LastUser().Matches(Text[Text.LastIndexOf("\nFROM ", StringComparison.Ordinal)..]).LastOrDefault()?.Groups[1].Value;

    public static Dockerfile Load(string path) => new() { Text = Repository.Read(path) };

    [GeneratedRegex(@"^FROM (\S+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex From();

    [GeneratedRegex(@"^ARG (\w+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Argument();

    [GeneratedRegex(@"^EXPOSE ([\d ]+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Expose();

    [GeneratedRegex("""^HEALTHCHECK .*?CMD .*?"(http://[^"]+)"\]""", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Health();

    [GeneratedRegex(@"^USER (\S+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex LastUser();
}
