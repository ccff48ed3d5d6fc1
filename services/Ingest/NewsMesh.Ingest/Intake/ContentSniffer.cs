namespace NewsMesh.Ingest;

/// <summary>Tells articles from what else arrives under the name of a page: images, archives, data, feeds, damaged text.</summary>
internal static class ContentSniffer
{
    // Stray control characters occur on real pages (a NUL in a comment, form feeds in agency copy), a few in a thousand at
    // the very most; compressed or binary data has them at every tenth place.
    private const double MaxControlShare = 0.01;

    // A page with a comment in another encoding has some; text decoded wrongly has one for every accented letter.
    private const double MaxReplacementShare = 0.03;

    // How far in a feed's root element may stand, behind declarations and comments.
    private const int PrologLength = 2048;

    // First characters of file formats. Where a decoder may have been at work already, only their ASCII part is asked for.
    private static readonly (string Start, string Name)[] Magic =
    [
        ("%PDF-", "a PDF"),
        ("PK\u0003\u0004", "a zip archive or office document"),
        ("\u001F\u008B", "gzip data"),
        ("\u001F\uFFFD", "gzip data"),
        ("\u0089PNG", "a PNG image"),
        ("\uFFFDPNG", "a PNG image"),
        ("\u00FF\u00D8\u00FF", "a JPEG image"),
        ("\uFFFD\uFFFD\uFFFD\uFFFD", "a JPEG image or other binary data"),
        ("GIF87a", "a GIF image"),
        ("GIF89a", "a GIF image"),
        ("{\\rtf", "an RTF document"),
    ];

    private static readonly string[] DataRoots = ["<rss", "<feed", "<rdf:", "<urlset", "<sitemapindex", "<opml", "<svg", "<soap"];

    /// <summary>The reason why <paramref name="text"/> is no article, or null.</summary>
    public static IntakeRejection? Check(string text, bool isHtml)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var (magic, name) in Magic)
        {
            if (start.StartsWith(magic, StringComparison.Ordinal))
            {
                return NotHtml($"the page is {name}");
            }
        }

        if (isHtml && IsJson(start))
        {
            return NotHtml("the page is JSON");
        }

        return isHtml && IsXmlData(start) ? NotHtml("the page is a feed or other XML data") : CheckCharacters(text);
    }

    /// <summary>Whether text of unknown type is HTML: it starts with a tag or comment, behind an XML declaration maybe.</summary>
    public static bool LooksLikeHtml(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.Length > 1 && start[0] == '<' && (char.IsAsciiLetter(start[1]) || start[1] is '!' or '?');
    }

    private static IntakeRejection? CheckCharacters(string text)
    {
        int controls = 0, replacements = 0;
        foreach (var c in text)
        {
            if (c < ' ')
            {
                controls += c is '\t' or '\n' or '\v' or '\f' or '\r' ? 0 : 1;
            }
            else if (c >= '\uFFFD')
            {
                replacements++;
            }
        }

        if (controls > text.Length * MaxControlShare)
        {
            return NotHtml("the page is binary data");
        }

        return replacements > text.Length * MaxReplacementShare
            ? new(IngestFault.BadEncoding, "the page holds characters that its encoding could not read")
            : null;
    }

    private static bool IsJson(ReadOnlySpan<char> start)
    {
        var end = start.TrimEnd();
        if (end.Length < 2 || (end[0], end[^1]) is not (('{', '}') or ('[', ']')))
        {
            return false;
        }

        // "[Update] …" and "{{title}} …" begin text; data goes on with a name, a value or another container.
        var next = end[1..].TrimStart();
        return next[0] is '"' or ']' or '}' || (end[0] == '[' && next[0] is '{' or '[');
    }

    private static bool IsXmlData(ReadOnlySpan<char> start)
    {
        var prolog = start[..Math.Min(start.Length, PrologLength)];
        if (prolog.Contains("<html", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var tokens = new HtmlTokens(prolog);
        while (tokens.Read() && tokens.Kind != HtmlTokenKind.StartTag)
        {
        }

        if (tokens.Kind != HtmlTokenKind.StartTag)
        {
            return false;
        }

        foreach (var root in DataRoots)
        {
            if (tokens.Name.StartsWith(root.AsSpan(1), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static IntakeRejection NotHtml(string detail) => new(IngestFault.NotHtml, detail);
}
