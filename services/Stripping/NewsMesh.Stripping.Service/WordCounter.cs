using System.Text;

namespace NewsMesh.Stripping.Service;

/// <summary>Counts words: runs of letters and digits, and each ideograph or kana by itself, since those are written without spaces.</summary>
internal static class WordCounter
{
    public static int Count(string text)
    {
        var words = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isWordLike = Rune.IsLetterOrDigit(rune) || (inWord && rune.Value is '\'' or '’' or '-');
            var standsAlone = isWordLike && IsUnspaced(rune.Value);
            words += standsAlone || (isWordLike && !inWord) ? 1 : 0;
            inWord = isWordLike && !standsAlone;
        }

        return words;
    }

    /// <summary>Kana, and the CJK ideographs of the basic and supplementary planes.</summary>
    private static bool IsUnspaced(int value) =>
        value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
