namespace NewsMesh.Entities.Features;

/// <summary>The form of a word with long runs cut: "McDonald" is XxXxx, "U.S." is X.X., "1996" is dd.</summary>
internal static class WordShape
{
    public const int MaxLength = 10;

    private const int MaxRun = 2;

    /// <returns>Units written, at most <see cref="MaxLength"/>.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> target)
    {
        var (length, run, last) = (0, 0, '\0');
        foreach (var unit in word)
        {
            var shape = Of(unit);
            run = shape == last ? run + 1 : 1;
            last = shape;
            if (run > MaxRun)
            {
                continue;
            }

            if (length == MaxLength)
            {
                break;
            }

            target[length++] = shape;
        }

        return length;
    }

    private static char Of(char unit) =>
        char.IsUpper(unit) ? 'X'
        : char.IsLower(unit) ? 'x'
        : char.IsDigit(unit) ? 'd'
        : char.IsLetter(unit) ? 'o'
        : char.IsAscii(unit) ? unit : '?';
}
