namespace NewsMesh.Dedup.Normalization;

/// <summary>
/// The figures of a text: digit groups (thousands separators dropped), the small number words that house styles swap with
/// digits, and the days of the week. Two reports from one template share nearly every word and differ in these.
/// </summary>
internal static class NumberReader
{
    private const int LongestWord = 9;

    /// <summary>Calls <paramref name="found"/> for each figure, in order; repeats included. Linear time.</summary>
    public static void Read(ReadOnlySpan<char> text, ReadOnlySpanAction found)
    {
        Span<char> token = stackalloc char[32];
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                var length = 0;
                while (i < text.Length && (char.IsAsciiDigit(text[i]) || JoinsDigits(text, i)))
                {
                    if (text[i] != ',' && length < token.Length)
                        token[length++] = text[i];
                    i++;
                }

                found(token[..length]);
            }
            else if (char.IsAsciiLetter(text[i]))
            {
                while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
                    i++;
                if (i - start <= LongestWord)
                {
                    var length = text[start..i].ToLowerInvariant(token);
                    var figure = Figure(token[..length]);
                    if (figure.Length > 0)
                        found(figure);
                }
            }
            else
            {
                i++;
            }
        }
    }

    public delegate void ReadOnlySpanAction(ReadOnlySpan<char> figure);

    private static bool JoinsDigits(ReadOnlySpan<char> text, int i) =>
        text[i] is '.' or ',' or ':' or '/' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);

    private static string Figure(ReadOnlySpan<char> word) => word switch
    {
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        "monday" => "mon",
        "tuesday" => "tue",
        "wednesday" => "wed",
        "thursday" => "thu",
        "friday" => "fri",
        "saturday" => "sat",
        "sunday" => "sun",
        _ => "",
    };
}
