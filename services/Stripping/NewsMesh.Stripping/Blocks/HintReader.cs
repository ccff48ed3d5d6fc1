using System.Collections.Frozen;
using AngleSharp.Dom;

namespace NewsMesh.Stripping.Blocks;

/// <summary>Reads the hints of one page's elements; remembers names, since pages repeat them.</summary>
internal sealed class HintReader
{
    // Longer names are generated (style hashes, data): reading them costs time and tells nothing.
    private const int MaxNameLength = 400;

    private const Hints Incidental = Hints.Share | Hints.Promotion | Hints.Advertisement | Hints.Caption | Hints.Byline | Hints.Date | Hints.Tags
        | Hints.Notice | Hints.Title | Hints.Embed | Hints.Navigation;

    // Beginnings of names that say what an element has, not what it is.
    private static readonly string[] Properties = ["has-", "no-", "with-", "tag-", "category-", "format-", "type-", "status-", "is-", "js-", "no_", "has_"];

    private static readonly FrozenDictionary<string, Hints>.AlternateLookup<ReadOnlySpan<char>> Words =
        HintWords.Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, Hints> _seen = new(StringComparer.Ordinal);

    /// <summary>All hints of an element; none for the page's own frame (html, body), whose classes describe the layout.</summary>
    public Hints Read(IElement element)
    {
        var hints = FromTag(element.LocalName);
        if (element.LocalName is "body" or "html")
            return hints;
        var attributes = element.Attributes;
        var hidden = Hints.None;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            switch (attribute.LocalName)
            {
                case "class" or "id":
                    hints |= FromName(attribute.Value);
                    break;
                case "role":
                    hints |= FromRole(attribute.Value);
                    break;
                case "itemprop":
                    hints |= FromProperty(attribute.Value);
                    break;
                case "hidden":
                case "style" when Hides(attribute.Value):
                    hidden = Hints.Hidden;
                    break;
            }
        }

        return attributes.Length == 0 ? hints : WithoutMisread(hints, element) | hidden;
    }

    // A quoted post is part of the article that quotes it. Content systems list an article's properties on its element ("has-post-thumbnail tag-europe category-video"), and
    // what is named as the text is it, whatever else its names say.
    private static Hints WithoutMisread(Hints hints, IElement element)
    {
        if (element.LocalName == "blockquote")
            return Hints.None;
        // Frames of quoted posts are named after their network, as buttons are.
        if ((hints & Hints.Embed) != 0)
            hints &= ~Hints.Share;
        if ((hints & Hints.Body) != 0)
            return hints & (~Hints.Negative | Hints.Comments | Hints.Related);
        return (hints & Hints.Article) != 0 && element.LocalName is "article" or "main" ? hints & ~Incidental : hints;
    }

    private static Hints FromTag(string tag) => tag switch
    {
        "nav" or "menu" => Hints.Navigation,
        "footer" => Hints.Footer,
        "aside" => Hints.Sidebar,
        "figcaption" or "figure" => Hints.Caption,
        "article" or "main" => Hints.Article,
        "address" => Hints.Byline,
        _ => Hints.None,
    };

    private static Hints FromRole(string? role) => role switch
    {
        "navigation" or "menu" or "search" or "banner" => Hints.Navigation,
        "complementary" => Hints.Sidebar,
        "contentinfo" => Hints.Footer,
        "main" or "article" => Hints.Article,
        "dialog" or "alert" or "alertdialog" => Hints.Notice,
        _ => Hints.None,
    };

    private static Hints FromProperty(string? property) => property switch
    {
        "articleBody" or "text" => Hints.Body,
        "author" => Hints.Byline,
        "headline" => Hints.Title,
        "comment" => Hints.Comments,
        "caption" => Hints.Caption,
        _ => Hints.None,
    };

    private static bool Hides(string style)
    {
        if (style.Length > MaxNameLength)
            return false;
        var plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private Hints FromName(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > MaxNameLength)
            return Hints.None;
        if (_seen.TryGetValue(name, out var known))
            return known;
        var hints = Hints.None;
        foreach (var part in name.AsSpan().Split(' '))
            hints |= FromIdentifier(name.AsSpan(part));
        return _seen[name] = hints;
    }

    // "article-body", "articleBody" and "article_body" are also looked up as "articlebody".
    private static Hints FromIdentifier(ReadOnlySpan<char> identifier)
    {
        if (StatesProperty(identifier))
            return Hints.None;
        Span<char> joined = stackalloc char[MaxNameLength];
        var hints = Hints.None;
        int length = 0, word = 0, previous = 0;
        for (var i = 0; i <= identifier.Length; i++)
        {
            var letter = i < identifier.Length && char.IsAsciiLetter(identifier[i]);
            var hump = letter && i > 0 && char.IsAsciiLetterUpper(identifier[i]) && char.IsAsciiLetterLower(identifier[i - 1]);
            if ((!letter || hump) && length > word)
            {
                hints |= Find(joined[word..length]) | Find(joined[previous..length]);
                previous = word;
                word = length;
            }

            if (letter)
                joined[length++] = char.ToLowerInvariant(identifier[i]);
        }

        return hints;
    }

    private static bool StatesProperty(ReadOnlySpan<char> identifier)
    {
        foreach (var property in Properties)
        {
            if (identifier.StartsWith(property, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static Hints Find(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var hints) ? hints : Hints.None;
}
