using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace NewsMesh.Stripping.Html;

/// <summary>The text between a page's tags, one line per block: what is left to do for a page too complex to parse.</summary>
internal static class TagRemover
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Unread = FrozenSet.ToFrozenSet(
        ["script", "style", "textarea", "title", "select", "noscript", "iframe"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Lines of text; linear in the length of <paramref name="html"/>.</summary>
    public static string ToText(string html, CancellationToken cancellationToken)
    {
        var inline = Inline.GetAlternateLookup<ReadOnlySpan<char>>();
        var unread = Unread.GetAlternateLookup<ReadOnlySpan<char>>();
        var text = new StringBuilder();
        var neverClosed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < html.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var open = html.IndexOf('<', at);
            text.Append(html, at, (open < 0 ? html.Length : open) - at);
            if (open < 0)
                break;
            var closing = open + 1 < html.Length && html[open + 1] == '/';
            var nameStart = open + (closing ? 2 : 1);
            var rest = html.AsSpan(nameStart);
            var length = rest.IndexOfAny(NameEnd);
            var name = length < 0 ? rest : rest[..length];
            var end = html.IndexOf('>', nameStart);
            at = end < 0 ? html.Length : end + 1;
            if (!inline.Contains(name))
                text.Append('\n');
            if (!closing && unread.Contains(name))
                at = SkipTo(html, at, string.Concat("</", name), neverClosed);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    // An end that never comes means that the element was not closed: read on as text, or one bad tag would lose the page.
    // It is looked for once, or many such tags would cost quadratic time.
    private static int SkipTo(string html, int at, string endTag, HashSet<string> neverClosed)
    {
        if (neverClosed.Contains(endTag))
            return at;
        var end = html.IndexOf(endTag, at, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
            neverClosed.Add(endTag);
        return end < 0 ? at : end;
    }
}
