using System.Collections.Frozen;
using NewsMesh.Entities.Text;

namespace NewsMesh.Entities.Grouping;

/// <summary>Takes off what is not the name: a title before a person, a possessive or punctuation at either end.</summary>
internal static class NameEdges
{
    private static readonly FrozenSet<string> Titles = ResourceLines.Read("titles.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The token range less its edges; empty where nothing is left.</summary>
    public static (int From, int To) Trim(string text, IReadOnlyList<Token> tokens, int from, int to, string type)
    {
        while (from < to && !HasLetterOrDigit(tokens[from].Of(text)))
        {
            from++;
        }

        while (from < to && (!HasLetterOrDigit(tokens[to - 1].Of(text)) || IsPossessive(tokens[to - 1].Of(text))))
        {
            to--;
        }

        while (type == EntityTypes.Person && to - from > 1
            && Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens[from].Of(text)))
        {
            from++;
        }

        return (from, to);
    }

    private static bool IsPossessive(ReadOnlySpan<char> token) =>
        token.Length == 2 && CharClass.IsApostrophe(token[0]) && (token[1] is 's' or 'S');

    private static bool HasLetterOrDigit(ReadOnlySpan<char> token)
    {
        for (var i = 0; i < token.Length;)
        {
            if (CharClass.At(token, i, out var length) is CharClass.Kind.Letter or CharClass.Kind.Digit)
            {
                return true;
            }

            i += length;
        }

        return false;
    }
}
