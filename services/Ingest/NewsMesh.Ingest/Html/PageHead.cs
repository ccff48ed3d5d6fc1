namespace NewsMesh.Ingest;

/// <summary>What ingest needs to know from a page's head.</summary>
/// <param name="Language">The lang (or xml:lang) attribute of the html element.</param>
/// <param name="BaseHref">The href of the first base element that has one.</param>
/// <param name="Canonical">The href of link rel=canonical; null where there is none, or several that differ.</param>
internal sealed record PageHead(string? Language, string? BaseHref, string? Canonical)
{
    // Heads end long before this; a page without a body tag must not make us read megabytes.
    private const int ScanLength = 256 * 1024;

    /// <summary>What plain text has.</summary>
    public static PageHead None { get; } = new(null, null, null);

    /// <summary>Reads up to the body tag or the end of the head, at most 256 Ki UTF-16 units.</summary>
    /// <remarks>Links in the body do not count: whoever writes a comment on a page could set them.</remarks>
    public static PageHead Read(ReadOnlySpan<char> html)
    {
        string? language = null, baseHref = null, canonical = null;
        var contradictory = false;
        var tokens = new HtmlTokens(html[..Math.Min(html.Length, ScanLength)]);
        while (tokens.Read())
        {
            if (EndsHead(tokens))
            {
                break;
            }

            if (tokens.Kind != HtmlTokenKind.StartTag)
            {
                continue;
            }

            if (Is(tokens, "html"))
            {
                language ??= HtmlAttributes.Find(tokens.Attributes, "lang") ?? HtmlAttributes.Find(tokens.Attributes, "xml:lang");
            }
            else if (Is(tokens, "base"))
            {
                baseHref ??= HtmlAttributes.Find(tokens.Attributes, "href");
            }
            else if (Is(tokens, "link") && CanonicalHref(tokens.Attributes) is { Length: > 0 } href)
            {
                contradictory |= canonical is not null && canonical != href;
                canonical = href;
            }
        }

        return new PageHead(language, baseHref, contradictory ? null : canonical);
    }

    private static bool EndsHead(in HtmlTokens tokens) =>
        (tokens.Kind == HtmlTokenKind.StartTag && Is(tokens, "body"))
        || (tokens.Kind == HtmlTokenKind.EndTag && Is(tokens, "head"));

    private static bool Is(in HtmlTokens tokens, string name) =>
        tokens.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string? CanonicalHref(ReadOnlySpan<char> attributes)
    {
        var rel = HtmlAttributes.Find(attributes, "rel");
        return rel is not null && rel.Split((char[]?)null).Contains("canonical", StringComparer.OrdinalIgnoreCase)
            ? HtmlAttributes.Find(attributes, "href")
            : null;
    }
}
