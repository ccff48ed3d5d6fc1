namespace NewsMesh.Entities.Text;

/// <summary>What belongs to a number beyond its digits: a sign, a leading point, the stop of a list's number.</summary>
internal static class NumberScanner
{
    /// <summary>A list's number has no more digits: "1996." closes a sentence.</summary>
    private const int MaxListDigits = 3;

    /// <summary>Whether "+5", "-5" or ".500" starts here.</summary>
    public static bool StartsNumber(string text, int at) =>
        text[at] is '+' or '-' or '.'
        && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
        && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(');

    /// <summary>Whether the stop at <paramref name="stop"/> makes the digits since <paramref name="start"/> a number of a list: they begin a line, and space follows.</summary>
    public static bool EndsListNumber(string text, int start, int stop)
    {
        var isNumber = stop - start <= MaxListDigits && !text.AsSpan(start, stop - start).ContainsAnyExceptInRange('0', '9')
            && stop + 1 < text.Length && char.IsWhiteSpace(text[stop + 1]);
        if (!isNumber)
        {
            return false;
        }

        var before = start - 1;
        while (before >= 0 && (text[before] is ' ' or '\t'))
        {
            before--;
        }

        return before < 0 || text[before] is '\n' or '\r';
    }

    /// <summary>Whether the dollar sign at <paramref name="at"/> ends a currency's name: "C$", "US$", before an amount.</summary>
    public static bool EndsCurrency(string text, int start, int at) =>
        text[at] == '$' && at - start is 1 or 2 && !text.AsSpan(start, at - start).ContainsAnyExceptInRange('A', 'Z')
        && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
}
