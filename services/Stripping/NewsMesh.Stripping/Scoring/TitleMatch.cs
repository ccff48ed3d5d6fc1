using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Compares headlines by their letters alone.</summary>
internal static class TitleMatch
{
    private const int LongestAddition = 60;

    /// <summary>Whether both have the same letters and digits, whatever the case, spaces and punctuation.</summary>
    public static bool Same(string a, string b) => Letters(a).SequenceEqual(Letters(b), EqualityComparer<char>.Default) && TextMeasure.Letters(a) > 0;

    /// <summary>Whether a line is the title and a little more: a date, a byline.</summary>
    public static bool Leads(string line, string title) =>
        line.Length > title.Length && line.Length <= title.Length + LongestAddition && !TextMeasure.EndsSentence(line)
        && !char.IsLetter(line[title.Length]) && line.StartsWith(title, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<char> Letters(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                yield return char.ToLowerInvariant(c);
        }
    }
}
