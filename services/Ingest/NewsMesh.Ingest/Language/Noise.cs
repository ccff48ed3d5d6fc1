namespace NewsMesh.Ingest.Language;

/// <summary>Finds the runs of letters that belong to no language: addresses, mentions, character references, tags.</summary>
internal static class Noise
{
    private const int LongestReference = 10;
    private const int LongestTag = 200;

    /// <returns>Length of the noise that starts at a position, 0 where there is none.</returns>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<char> rest = text[at..];
        return rest[0] switch
        {
            '&' => Closed(rest, ';', LongestReference),
            '<' => Closed(rest, '>', LongestTag),
            '@' => Word(rest),
            'h' or 'H' when IsAddress(rest) => Word(rest),
            'w' or 'W' when rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) => Word(rest),
            _ => 0,
        };
    }

    private static bool IsAddress(ReadOnlySpan<char> rest) =>
        rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A bounded look for the closing mark keeps the scan linear on text full of opening ones.</summary>
    private static int Closed(ReadOnlySpan<char> rest, char close, int longest) =>
        rest[..Math.Min(rest.Length, longest)].IndexOf(close) + 1;

    private static int Word(ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOfAny(" \t\r\n\u00A0");
        return end < 0 ? rest.Length : end;
    }
}
