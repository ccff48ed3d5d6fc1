namespace NewsMesh.Entities.Text;

/// <summary>Finds where a token of punctuation, an emoji or a stray mark ends.</summary>
internal static class SymbolScanner
{
    public static int End(string text, int start)
    {
        var first = text[start];
        var at = start;
        CharClass.At(text, at, out var length);
        at += length;

        if (first is '.' or '-' or '*' or '=' or '_')
        {
            while (at < text.Length && text[at] == first)
            {
                at++;
            }

            return at;
        }

        if (CharClass.IsApostrophe(first))
        {
            return StandaloneClitic(text, at);
        }

        return first is '@' or '#' ? HandleEnd(text, at) : JoinedEnd(text, at);
    }

    /// <summary>"'s" that follows a token which is not a word ("U.S.'s" is one; "(AP)'s" needs this).</summary>
    private static int StandaloneClitic(string text, int at)
    {
        var isPossessive = at < text.Length && char.ToLowerInvariant(text[at]) == 's' && at >= 2 && !char.IsWhiteSpace(text[at - 2])
            && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));
        if (isPossessive)
        {
            return at + 1;
        }

        // '' is the closing quote of typewriter days.
        return at < text.Length && CharClass.IsApostrophe(text[at]) ? at + 1 : at;
    }

    private static int HandleEnd(string text, int at)
    {
        while (at < text.Length && (text[at] == '_' || char.IsLetterOrDigit(text[at])))
        {
            at++;
        }

        return at;
    }

    /// <summary>Marks, variation selectors and joiners stay with their symbol; a joiner takes the next symbol along.</summary>
    private static int JoinedEnd(string text, int at)
    {
        while (at < text.Length)
        {
            var kind = CharClass.At(text, at, out var length);
            var joined = kind == CharClass.Kind.Symbol && text[at - 1] == '\u200D';
            if (kind != CharClass.Kind.Mark && !joined)
            {
                break;
            }

            at += length;
        }

        return at;
    }
}
