using System.Collections.Frozen;

namespace NewsMesh.Entities.Text;

/// <summary>Words that keep their full stop.</summary>
internal static class Abbreviations
{
    /// <summary>Longest entry of the list; a longer word is not looked up.</summary>
    public const int MaxLength = 6;

    private static readonly FrozenSet<string> Words =
        ResourceLines.Read("abbreviations.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Closing =
        ResourceLines.Read("abbreviations-closing.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(ReadOnlySpan<char> word) =>
        Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || MayClose(word);

    /// <summary>Whether a sentence may end after the word (Inc., a.m.), which it never does after a title (Mr.).</summary>
    public static bool MayClose(ReadOnlySpan<char> word) =>
        Closing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
