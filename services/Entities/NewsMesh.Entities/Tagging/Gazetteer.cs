using System.Collections.Frozen;

namespace NewsMesh.Entities.Tagging;

/// <summary>The embedded name lists as a matcher of token sequences, longest match first in each list.</summary>
internal sealed class Gazetteer
{
    /// <summary>
    /// The lists; a token's mask has bit <c>2k</c> where an entry of list k begins at it and <c>2k + 1</c> where one goes on.
    /// </summary>
    private static readonly string[] Lists =
    [
        "countries", "places", "demonyms", "given-names", "surnames", "organizations", "organization-words", "titles", "misc", "calendar",
        "speech-verbs",
    ];

    private readonly FrozenDictionary<string, Entry[]> _byFirst;

    private Gazetteer(FrozenDictionary<string, Entry[]> byFirst) => _byFirst = byFirst;

    public static int Bits => 2 * Lists.Length;

    public static Gazetteer Load()
    {
        var entries =
            from list in Enumerable.Range(0, Lists.Length)
            from line in ResourceLines.Read(Lists[list] + ".txt")
            let words = line.ToLowerInvariant().Replace("'s ", " 's ", StringComparison.Ordinal).Split(' ')
            group new Entry(list, words) by words[0];
        return new Gazetteer(entries.ToFrozenDictionary(
            g => g.Key, g => g.OrderByDescending(e => e.Words.Length).ToArray(), StringComparer.Ordinal));
    }

    public static uint BeginBit(string list) => 1u << (2 * Array.IndexOf(Lists, list));

    public static bool IsIn(uint mask, string list) => (mask & (BeginBit(list) * 3)) != 0;

    /// <summary>Masks of the tokens of a sentence, from their lower-cased forms.</summary>
    public uint[] Match(IReadOnlyList<string> lower)
    {
        var masks = new uint[lower.Count];
        for (var i = 0; i < lower.Count; i++)
        {
            if (!_byFirst.TryGetValue(lower[i], out var entries))
            {
                continue;
            }

            var taken = 0u;
            foreach (var entry in entries)
            {
                var begin = 1u << (2 * entry.List);
                if ((taken & begin) == 0 && (masks[i] & (begin << 1)) == 0 && Matches(entry.Words, lower, i))
                {
                    taken |= begin;
                    masks[i] |= begin;
                    for (var k = 1; k < entry.Words.Length; k++)
                    {
                        masks[i + k] |= begin << 1;
                    }
                }
            }
        }

        return masks;
    }

    private static bool Matches(string[] words, IReadOnlyList<string> lower, int at)
    {
        if (at + words.Length > lower.Count)
        {
            return false;
        }

        for (var k = 1; k < words.Length; k++)
        {
            if (!string.Equals(words[k], lower[at + k], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Entry(int List, string[] Words);
}
