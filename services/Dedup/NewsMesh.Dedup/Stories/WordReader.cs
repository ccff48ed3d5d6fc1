using NewsMesh.Dedup.Normalization;
using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Stories;

/// <summary>
/// The words of a text as 32-bit hashes: runs of letters and digits, lower case, marks dropped, stop words and single letters
/// left out. Scripts without spaces between words give overlapping pairs of characters.
/// </summary>
internal static class WordReader
{
    private const int LongestWord = 64;

    /// <summary>Adds <paramref name="weight"/> to the count of each word. Any string is accepted; linear time.</summary>
    public static void Count(string text, int maxCharacters, int weight, Dictionary<uint, int> counts)
    {
        var clean = TextNormalizer.Decompose(text, maxCharacters);
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        for (var i = 0; i <= clean.Length; i++)
        {
            var c = i < clean.Length ? clean[i] : ' ';
            if (TextNormalizer.IsInvisible(c))
                continue;
            if (IsUnspaced(c))
            {
                End(word[..length], weight, counts);
                length = 0;
                if (i + 1 < clean.Length && IsUnspaced(clean[i + 1]))
                    Add([c, clean[i + 1]], weight, counts);
            }
            else if (TextNormalizer.IsKept(c))
            {
                if (length < LongestWord)
                    word[length++] = char.ToLowerInvariant(c);
            }
            else if (c is not ('\'' or '’'))
            {
                End(word[..length], weight, counts);
                length = 0;
            }
        }
    }

    private static void End(ReadOnlySpan<char> word, int weight, Dictionary<uint, int> counts)
    {
        if (word.Length > 1 && !StopWords.Contains(word))
            Add(word, weight, counts);
    }

    private static void Add(ReadOnlySpan<char> word, int weight, Dictionary<uint, int> counts)
    {
        var hash = RollingHash.HashWhole(word);
        counts[hash] = counts.GetValueOrDefault(hash) + weight;
    }

    // Han, kana and Thai; Hangul has spaces.
    private static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\u0e00' and <= '\u0e7f');
}
