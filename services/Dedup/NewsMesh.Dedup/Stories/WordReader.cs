using NewsMesh.Dedup.Normalization;

namespace NewsMesh.Dedup.Stories;

/// <summary>
/// The words of a text: runs of letters and digits, lower case, marks dropped, stop words and single letters left out. Scripts
/// without spaces between words give overlapping pairs of characters.
/// </summary>
internal static class WordReader
{
    private const int LongestWord = 64;

    /// <summary>One word.</summary>
    /// <param name="letters">Lower case.</param>
    /// <param name="isName">Written with a capital where no sentence begins.</param>
    /// <param name="followsName">The word before it, in the same sentence, was written with a capital.</param>
    /// <param name="position">Where it ends in the text.</param>
    public delegate void Found(ReadOnlySpan<char> letters, bool isName, bool followsName, int position);

    /// <summary>Calls <paramref name="found"/> for each word, in order. Any string is accepted; linear time.</summary>
    public static void Read(string text, int maxCharacters, Found found)
    {
        var clean = TextNormalizer.Decompose(text, maxCharacters);
        Span<char> word = stackalloc char[LongestWord];
        var (length, isCapital, beginsSentence, lastWasCapital) = (0, false, true, false);
        for (var i = 0; i <= clean.Length; i++)
        {
            var c = i < clean.Length ? clean[i] : '\n';
            if (TextNormalizer.IsInvisible(c) || c is '\'' or '’')
                continue;
            if (TextNormalizer.IsKept(c) && !IsUnspaced(c))
            {
                if (length == 0)
                    isCapital = char.IsUpper(c);
                if (length + TextNormalizer.LongestFolding <= LongestWord)
                    length += TextNormalizer.FoldOne(c, word[length..]);
                continue;
            }

            if (length > 0 && c is '.' or ',' && i > 0 && char.IsAsciiDigit(clean[i - 1]) && i + 1 < clean.Length && char.IsAsciiDigit(clean[i + 1]))
            {
                if (c == '.' && length < LongestWord)
                    word[length++] = c;
                continue;
            }

            if (length > 0)
            {
                var kept = length > 1 && !StopWords.Contains(word[..length]);
                if (kept)
                    found(word[..length], isCapital && !beginsSentence, isCapital && lastWasCapital, i);
                lastWasCapital = kept && isCapital;
                (length, beginsSentence) = (0, false);
            }

            if (c is '.' or '!' or '?' or '\n' or ':' or '"' or '“')
                beginsSentence = true;
            if (c is not (' ' or '.' or '-'))
                lastWasCapital = false;
            if (IsUnspaced(c) && i + 1 < clean.Length && IsUnspaced(clean[i + 1]))
                found([c, clean[i + 1]], false, false, i);
        }
    }

    // Han, kana and Thai; Hangul has spaces.
    private static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\u0e00' and <= '\u0e7f');
}
