using System.Text;
using NewsMesh.Storage.Mongo.Documents;

namespace NewsMesh.Storage.Mongo;

/// <summary>The words that searches find an article by.</summary>
/// <remarks>
/// A word is a run of letters, digits and marks, without case and accents; in scripts that write no spaces each letter is one.
/// Words that stand together without a space ("o'neil", "新闻") are kept as pairs of neighbours too, and a query that joins them
/// asks for the pairs: nearly a phrase search, over a plain index of texts.
/// </remarks>
internal static class MongoWords
{
    /// <summary>Words of a query that count; more do not narrow a search, they only cost.</summary>
    private const int MaxQueryWords = 32;

    /// <summary>UTF-16 units of a word that can be found; a longer run is no word, and an index entry has a limit.</summary>
    private const int MaxLength = 100;

    /// <summary>Distinct words and pairs of title and text, at most <see cref="MongoLimits.SearchWords"/> of them.</summary>
    public static IReadOnlyCollection<string> Of(string? title, string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in new[] { title ?? "", text })
        {
            foreach (var chunk in Chunks(part))
            {
                for (var i = 0; i < chunk.Count && words.Count < MongoLimits.SearchWords; i++)
                {
                    words.Add(chunk[i]);
                    if (i > 0)
                    {
                        words.Add(Pair(chunk[i - 1], chunk[i]));
                    }
                }
            }
        }

        return words;
    }

    /// <summary>What an article must have to meet a query; nothing where it has no word.</summary>
    public static IReadOnlyCollection<string> OfQuery(string? query) =>
    [
        .. Chunks(query ?? "").Take(MaxQueryWords)
            .SelectMany(chunk => chunk.Count == 1 ? chunk : chunk.Zip(chunk.Skip(1), Pair))

            // Long words are rare ones: the index is entered by the first.
            .Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length),
    ];

    private static string Pair(string first, string second) => $"{first} {second}";

    /// <summary>Words that stand together without white space.</summary>
    private static IEnumerable<List<string>> Chunks(string text)
    {
        var chunk = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Folded(text).EnumerateRunes())
        {
            if (UnspacedScripts.Has(rune))
            {
                EndWord();
                chunk.Add(rune.ToString());
            }
            else if (IsWord(rune))
            {
                word.Append(rune);
            }
            else
            {
                EndWord();
            }

            if (chunk.Count > 0 && (Rune.IsWhiteSpace(rune) || rune.Value == 0))
            {
                yield return chunk;
                chunk = [];
            }
        }

        EndWord();
        if (chunk.Count > 0)
        {
            yield return chunk;
        }

        void EndWord()
        {
            if (word.Length is > 0 and <= MaxLength)
            {
                chunk.Add(word.ToString());
            }

            word.Clear();
        }
    }

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Without case (final sigma is a sigma) and without the accents of alphabets (U+0300 to U+036F).</summary>
    private static string Folded(string text)
    {
        var folded = BsonFields.WellFormed(text).ToUpperInvariant().ToLowerInvariant();
        if (System.Text.Ascii.IsValid(folded))
        {
            return folded;
        }

        folded = folded.Normalize(NormalizationForm.FormD);
        return folded.AsSpan().ContainsAnyInRange('\u0300', '\u036F')
            ? string.Concat(folded.Where(c => c is < '\u0300' or > '\u036F'))
            : folded;
    }
}
