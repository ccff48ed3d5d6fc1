namespace NewsMesh.Stripping.Metadata;

/// <summary>Something a page says, and which part of it says so.</summary>
internal sealed record Sourced<T>(T Value, string From);

/// <summary>The parts of a page that tell of its article.</summary>
internal static class Source
{
    public const string JsonLd = "jsonld";
    public const string Meta = "meta";
    public const string Heading = "heading";
    public const string TitleTag = "titletag";
    public const string Markup = "markup";
    public const string Link = "link";
    public const string Html = "html";
    public const string Text = "text";

    /// <summary>The first of several that is there.</summary>
    public static Sourced<string>? First(params ReadOnlySpan<(string? Value, string From)> candidates)
    {
        foreach (var (value, from) in candidates)
        {
            if (!string.IsNullOrWhiteSpace(value))
                return new Sourced<string>(value, from);
        }

        return null;
    }
}
