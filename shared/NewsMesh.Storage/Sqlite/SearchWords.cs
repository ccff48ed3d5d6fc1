using System.Text;

namespace NewsMesh.Storage.Sqlite;

/// <summary>Text as the full-text index takes it, and queries that match it.</summary>
/// <remarks>
/// SQLite's tokenizer takes a run of letters for one word. Chinese, Japanese, Thai and their like write no spaces, so each
/// of their letters is indexed as a word, and a searched word of them becomes a phrase.
/// </remarks>
internal static class SearchWords
{
    /// <summary>Words of a query that count; more do not narrow a search, they only cost.</summary>
    private const int MaxWords = 32;

    /// <summary>First and last letters of blocks of scripts without spaces between words.</summary>
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

    /// <summary>The text with each letter of an unspaced script standing alone.</summary>
    public static string ForIndex(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange((char)Unspaced[0].First, char.MaxValue))
        {
            return text;
        }

        var spaced = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnspaced(rune))
            {
                spaced.Append(' ').Append(rune).Append(' ');
            }
            else
            {
                spaced.Append(rune);
            }
        }

        return spaced.ToString();
    }

    /// <summary>An FTS5 query for texts that contain all words of <paramref name="query"/>; null where it has no word.</summary>
    public static string? ToMatch(string? query)
    {
        // A NUL would end the query in the middle of a quoted word.
        var words = (query ?? "").Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.EnumerateRunes().Any(Rune.IsLetterOrDigit))
            .Take(MaxWords)
            .Select(word => $"\"{ForIndex(word).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")
            .ToList();
        return words.Count == 0 ? null : string.Join(' ', words);
    }

    private static bool IsUnspaced(Rune rune) =>
        rune.Value >= Unspaced[0].First && Array.Exists(Unspaced, b => rune.Value >= b.First && rune.Value <= b.Last);
}
