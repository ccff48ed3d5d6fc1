using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Compares headlines by their letters alone.</summary>
internal static class TitleMatch
{
    private const int LongestAddition = 60;

    /// <summary>Whether both have the same letters and digits, whatever the case, spaces and punctuation.</summary>
    public static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        var any = false;
        while (true)
        {
            var (inA, inB) = (SkipMarks(a, ref i), SkipMarks(b, ref j));
            if (!inA || !inB)
                return any && inA == inB;
            if (char.ToLowerInvariant(a[i++]) != char.ToLowerInvariant(b[j++]))
                return false;
            any = true;
        }
    }

    /// <summary>Whether a line is the title and a little more: a date, a byline.</summary>
    public static bool Leads(string line, string title) =>
        line.Length > title.Length && line.Length <= title.Length + LongestAddition && !TextMeasure.EndsSentence(line)
        && !char.IsLetter(line[title.Length]) && line.StartsWith(title, StringComparison.OrdinalIgnoreCase);

    // Whether there is a letter or digit from here on; moves to it.
    private static bool SkipMarks(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            at++;
        return at < text.Length;
    }
}
