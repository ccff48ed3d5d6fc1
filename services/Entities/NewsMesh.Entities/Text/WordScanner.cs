namespace NewsMesh.Entities.Text;

/// <summary>Finds where a word or number ends: letters, digits and marks, with the connectors that belong inside.</summary>
internal static class WordScanner
{
    /// <summary>Index after the word that starts at <paramref name="start"/> (a letter, a digit, or the sign of a number).</summary>
    public static int End(string text, int start)
    {
        var at = NumberScanner.StartsNumber(text, start) ? start + 1 : start;
        var segment = at;
        while (at < text.Length)
        {
            var kind = CharClass.At(text, at, out var length);
            if (kind is CharClass.Kind.Letter or CharClass.Kind.Digit or CharClass.Kind.Mark)
            {
                at += length;
                continue;
            }

            if (NumberScanner.EndsCurrency(text, start, at))
            {
                return at + 1;
            }

            if (kind == CharClass.Kind.Space || !Connects(text, start, segment, at))
            {
                break;
            }

            at += length;
            segment = at;
        }

        return at;
    }

    private static bool Connects(string text, int start, int segment, int at)
    {
        var c = text[at];
        var before = text[at - 1];
        var after = at + 1 < text.Length ? CharClass.At(text, at + 1, out _) : CharClass.Kind.Space;
        var joins = after is CharClass.Kind.Letter or CharClass.Kind.Digit;
        return c switch
        {
            '.' => NumberScanner.EndsListNumber(text, start, at) || IsAbbreviation(text, start, segment, at, joins) || (joins && char.IsDigit(before) && after == CharClass.Kind.Digit),
            ',' or ':' or '/' => char.IsDigit(before) && after == CharClass.Kind.Digit,
            '&' => joins && char.IsAsciiLetterUpper(before) && char.IsAsciiLetterUpper(text[at + 1]),
            '_' => joins,
            _ => joins && (CharClass.IsHyphen(c) || CharClass.IsApostrophe(c)),
        };
    }

    /// <summary>A full stop belongs to initials (U.S., J.), to known abbreviations, and to names of sites (example.com).</summary>
    private static bool IsAbbreviation(string text, int start, int segment, int at, bool joins)
    {
        var length = at - segment;
        if (length == 1 && char.IsLetter(text[segment]) && (segment == start || text[segment - 1] == '.'))
        {
            // "J. Smith" and "U.S." keep their stops; "plan b." and "item I?" cannot be told apart from it cheaply, except by case.
            return joins || segment > start || (char.IsUpper(text[segment]) && text[segment] != 'I');
        }

        return joins
            ? char.IsLower(text[at - 1]) && char.IsLower(text[at + 1])
            : length <= Abbreviations.MaxLength && Abbreviations.Contains(text.AsSpan(start, at - start))
                && !(EndsLine(text, at + 1) && Abbreviations.MayClose(text.AsSpan(start, at - start)));
    }

    /// <summary>Whether only spaces follow on the line: the stop of "Acme Inc." is there the sentence's.</summary>
    private static bool EndsLine(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at == text.Length || text[at] is '\n' or '\r';
    }
}
