using System.Text.Json;

namespace NewsMesh.Stripping.Tests;

/// <summary>A folder under <c>Cases</c>: <c>source.html</c> or <c>source.txt</c>, and what must come out of it. A field that
/// <c>expected.json</c> leaves out is not looked at.</summary>
public sealed record GoldenCase(string Name, StripRequest Request, GoldenCase.Expectation Expected)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private static string Root => Path.Combine(AppContext.BaseDirectory, "Cases");

    public static GoldenCase Read(string name)
    {
        var folder = Path.Combine(Root, name);
        var expected = JsonSerializer.Deserialize<Expectation>(File.ReadAllText(Path.Combine(folder, "expected.json")), Options)!;
        var html = Path.Combine(folder, "source.html");
        var request = File.Exists(html)
            ? new StripRequest { Html = File.ReadAllText(html), Url = expected.Url }
            : new StripRequest { Text = File.ReadAllText(Path.Combine(folder, "source.txt")), Url = expected.Url };
        return new GoldenCase(name, request, expected);
    }

    public sealed record Expectation
    {
        public string? Url { get; init; }

        public required string Title { get; init; }

        public IReadOnlyList<string>? Byline { get; init; }

        public DateTimeOffset? PublishedAt { get; init; }

        public string? PublishedAtFrom { get; init; }

        public DateTimeOffset? ModifiedAt { get; init; }

        public string? Language { get; init; }

        public string? SiteName { get; init; }

        public string? Section { get; init; }

        public string? LeadImage { get; init; }

        public required IReadOnlyList<string> Text { get; init; }
    }
}
