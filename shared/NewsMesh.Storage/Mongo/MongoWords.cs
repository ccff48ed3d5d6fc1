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

        // Most words of a text come again: only new ones become strings.
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var folded in new[] { Folded(title ?? ""), Folded(text) })
        {
            var last = ..0;
            foreach (var (word, isJoined) in Words(folded).TakeWhile(_ => words.Count < MongoLimits.SearchWords))
            {
                known.Add(folded.AsSpan(word));
                if (isJoined)
                {
                    words.Add(Pair(folded[last], folded[word]));
                }

                last = word;
            }
        }

        return words;
    }

    /// <summary>What an article must have to meet a query; nothing where it has no word.</summary>
    public static IReadOnlyCollection<string> OfQuery(string? query) =>
    [
        .. Chunks(Folded(query ?? "")).Take(MaxQueryWords)
            .SelectMany(chunk => chunk.Count == 1 ? chunk : chunk.Zip(chunk.Skip(1), Pair))

            // Long words are rare ones: the index is entered by the first.
            .Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length),
    ];

    private static string Pair(string first, string second) => $"{first} {second}";

    /// <summary>Words that stand together without white space.</summary>
    private static List<List<string>> Chunks(string folded)
    {
        List<List<string>> chunks = [];
        foreach (var (word, isJoined) in Words(folded))
        {
            if (!isJoined)
            {
                chunks.Add([]);
            }

            chunks[^1].Add(folded[word]);
        }

        return chunks;
    }

    /// <summary>Where the words of a folded text stand, and whether each follows another one without white space between them.</summary>
    private static IEnumerable<(Range Word, bool IsJoined)> Words(string folded)
    {
        var (begin, isJoined) = (0, false);
        for (var end = 0; end <= folded.Length;)
        {
            var rune = end < folded.Length ? Rune.GetRuneAt(folded, end) : default;
            var next = end + rune.Utf16SequenceLength;
            var isWhole = UnspacedScripts.Has(rune);
            if (isWhole || !IsWord(rune))
            {
                if (end - begin is > 0 and <= MaxLength)
                {
                    yield return (begin..end, isJoined);
                    isJoined = true;
                }

                if (isWhole)
                {
                    yield return (end..next, isJoined);
                }

                isJoined = (isJoined || isWhole) && !Rune.IsWhiteSpace(rune) && rune.Value != 0;
                begin = next;
            }

            end = next;
        }
    }

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>Without case (final sigma is a sigma) and without the accents of alphabets (U+0300 to U+036F).</summary>
    private static string Folded(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = BsonFields.WellFormed(text).ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormD);
        return folded.AsSpan().ContainsAnyInRange('\u0300', '\u036F')
            ? string.Concat(folded.Where(c => c is < '\u0300' or > '\u036F'))
            : folded;
    }
}
