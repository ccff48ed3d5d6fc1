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

    /// <summary>The text with each letter of an unspaced script standing alone.</summary>
    public static string ForIndex(string text)
    {
        if (!UnspacedScripts.MayBeIn(text))
        {
            return text;
        }

        var spaced = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (UnspacedScripts.Has(rune))
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
}
