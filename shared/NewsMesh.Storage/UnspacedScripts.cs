using System.Text;

namespace NewsMesh.Storage;

/// <summary>Scripts that write no spaces between words: searches take each of their letters for a word.</summary>
internal static class UnspacedScripts
{
    /// <summary>First and last letters of blocks of scripts without spaces between words, in ascending order.</summary>
    private static readonly (int First, int Last)[] Unspaced =
    [
        (0x0E00, 0x0EFF), // Thai, Lao
        (0x1000, 0x109F), // Myanmar
        (0x1780, 0x17FF), // Khmer
        (0x3040, 0x30FF), // Hiragana, Katakana
        (0x3400, 0x4DBF), // Han, extension A
        (0x4E00, 0x9FFF), // Han
        (0xF900, 0xFAFF), // Han, compatibility
        (0x20000, 0x3FFFF), // Han, further extensions
    ];

    /// <summary>False where a text surely has no such letter.</summary>
    public static bool MayBeIn(string text) => text.AsSpan().ContainsAnyInRange((char)Unspaced[0].First, char.MaxValue);

    public static bool Has(Rune rune)
    {
        // Once a letter of every text: a loop over the blocks in their order rather than a function that captures the letter.
        foreach (var (first, last) in Unspaced)
        {
            if (rune.Value <= last)
            {
                return rune.Value >= first;
            }
        }

        return false;
    }
}
