namespace NewsMesh.Ingest;

internal enum HtmlTokenKind
{
    Text,
    StartTag,
    EndTag,

    /// <summary>The inside of an element whose content is not markup and not shown (script, style).</summary>
    Hidden,

    /// <summary>Comments, doctype, processing instructions.</summary>
    Markup,
}

/// <summary>
/// Walks over HTML tag by tag, without building a tree: enough to read a head or to drop the tags, for any input.
/// </summary>
/// <remarks>
/// Follows the tokenizer of the HTML standard (§13.2.5) roughly. Every step moves forward over characters that no later
/// step looks at again, so the whole walk is linear: what is opened and never closed takes the rest of the page with it,
/// as it does in browsers.
/// </remarks>
internal ref struct HtmlTokens(ReadOnlySpan<char> html)
{
    private readonly ReadOnlySpan<char> _html = html;
    private int _position;
    private string? _hiddenElement;

    public HtmlTokenKind Kind { get; private set; }

    /// <summary>The text of a text token.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>The name of a tag, in the case it was written in.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>What stands between the name and the end of a start tag.</summary>
    public ReadOnlySpan<char> Attributes { get; private set; }

    public bool Read()
    {
        if (_position >= _html.Length)
        {
            return false;
        }

        if (_hiddenElement is not null)
        {
            ReadHidden(_hiddenElement);
        }
        else if (StartsMarkup(_html[_position..]))
        {
            ReadMarkup();
        }
        else
        {
            ReadText();
        }

        return true;
    }

    private void ReadMarkup()
    {
        var rest = _html[(_position + 1)..];
        if (char.IsAsciiLetter(rest[0]))
        {
            ReadTag(_position + 1, HtmlTokenKind.StartTag);
            _hiddenElement = HtmlNames.HiddenElement(Name);
        }
        else if (rest.Length > 1 && rest[0] == '/' && char.IsAsciiLetter(rest[1]))
        {
            ReadTag(_position + 2, HtmlTokenKind.EndTag);
        }
        else if (rest.StartsWith("!--", StringComparison.Ordinal))
        {
            // "<!-->" is a whole, empty comment: the search starts where its dashes do.
            SkipPast("-->", _position + 2);
        }
        else
        {
            SkipPast(">", _position + 1);
        }
    }

    private static bool StartsMarkup(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && rest[0] == '<' && (char.IsAsciiLetter(rest[1]) || rest[1] is '!' or '?' or '/');

    private void ReadText()
    {
        var end = _position;
        while (end < _html.Length && !StartsMarkup(_html[end..]))
        {
            var next = _html[(end + 1)..].IndexOf('<');
            end = next < 0 ? _html.Length : end + 1 + next;
        }

        Kind = HtmlTokenKind.Text;
        Text = _html[_position..end];
        _position = end;
    }

    private void ReadHidden(string element)
    {
        var start = _position;
        var close = _html[start..].IndexOf($"</{element}", StringComparison.OrdinalIgnoreCase);
        Kind = HtmlTokenKind.Hidden;
        _position = close < 0 ? _html.Length : start + close;
        _hiddenElement = null;
    }

    private void SkipPast(string end, int searchFrom)
    {
        var length = _html[searchFrom..].IndexOf(end, StringComparison.Ordinal);
        Kind = HtmlTokenKind.Markup;
        _position = length < 0 ? _html.Length : searchFrom + length + end.Length;
    }

    private void ReadTag(int nameStart, HtmlTokenKind kind)
    {
        var nameLength = _html[nameStart..].IndexOfAny(HtmlNames.TagNameEnds);
        var nameEnd = nameLength < 0 ? _html.Length : nameStart + nameLength;
        var end = FindTagEnd(nameEnd);
        Kind = kind;
        Name = _html[nameStart..nameEnd];
        Attributes = _html[nameEnd..end];
        _position = Math.Min(end + 1, _html.Length);
    }

    /// <summary>The index of the tag's ">", which does not count inside a quoted value; the page's length if there is none.</summary>
    private readonly int FindTagEnd(int index)
    {
        var valueExpected = false;
        while (index < _html.Length)
        {
            var c = _html[index];
            if (c == '>')
            {
                return index;
            }

            if (valueExpected && c is '"' or '\'')
            {
                var closing = _html[(index + 1)..].IndexOf(c);
                if (closing < 0)
                {
                    return _html.Length;
                }

                index += closing + 1;
            }

            valueExpected = c == '=' || (valueExpected && char.IsWhiteSpace(c));
            index++;
        }

        return index;
    }
}
