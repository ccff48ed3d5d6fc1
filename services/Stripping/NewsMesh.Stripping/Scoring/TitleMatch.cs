using NewsMesh.Stripping.Blocks;

namespace NewsMesh.Stripping.Scoring;

/// <summary>Compares headlines by their letters alone.</summary>
internal static class TitleMatch
{
    /// <summary>Whether both have the same letters and digits, whatever the case, spaces and punctuation.</summary>
    public static bool Same(string a, string b) => Letters(a).SequenceEqual(Letters(b), EqualityComparer<char>.Default) && TextMeasure.Letters(a) > 0;

    private static IEnumerable<char> Letters(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                yield return char.ToLowerInvariant(c);
        }
    }
}
