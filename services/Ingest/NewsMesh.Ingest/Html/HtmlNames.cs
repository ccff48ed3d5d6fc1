using System.Buffers;
using System.Collections.Frozen;

namespace NewsMesh.Ingest;

/// <summary>Element names that the scanners treat in a special way.</summary>
internal static class HtmlNames
{
    /// <summary>What ends a tag name.</summary>
    public static readonly SearchValues<char> TagNameEnds = SearchValues.Create(" \t\r\n\f/>");

    // Content of these is no markup (HTML standard §13.2.6.4: raw text), and readers never see it. An inline svg or
    // template is markup, and rare in words: it is left in.
    private static readonly string[] Hidden = ["script", "style", "iframe", "noembed", "noframes"];

    // Tags of these stand inside words and sentences; every other tag separates what is around it.
    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
        "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

    /// <summary>The lower-case name where the element hides its content, else null.</summary>
    public static string? HiddenElement(ReadOnlySpan<char> name)
    {
        foreach (var hidden in Hidden)
        {
            if (name.Equals(hidden, StringComparison.OrdinalIgnoreCase))
            {
                return hidden;
            }
        }

        return null;
    }

    public static bool IsInline(ReadOnlySpan<char> name) =>
        Inline.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
