using System.Buffers;

namespace NewsMesh.Entities.Features;

/// <summary>Brings a word to the form that the model knows: typewriter quotes, plain hyphens, no invisible characters.</summary>
internal static class NormalForm
{
    /// <summary>Units that one unit of a word becomes at most.</summary>
    public const int Growth = 3;

    private static readonly SearchValues<char> Changed = SearchValues.Create(
        "`\u00A0\u00AB\u00AD\u00B4\u00BB\u200B\u200C\u200D\u200E\u200F\u2010\u2011\u2012\u2013\u2014\u2015\u2018\u2019\u201A\u201B"
        + "\u201C\u201D\u201E\u201F\u2026\u2032\u2033\u2060\u2212\uFE0F\uFEFF");

    /// <summary>Writes the normal form of <paramref name="word"/>; a word of invisible characters alone keeps them.</summary>
    /// <param name="target">At least <see cref="Growth"/> times as long as the word.</param>
    /// <returns>Units written.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> target)
    {
        if (word is "''" or "``")
        {
            target[0] = '"';
            return 1;
        }

        var length = word.IndexOfAny(Changed);
        if (length < 0)
        {
            word.CopyTo(target);
            return word.Length;
        }

        word[..length].CopyTo(target);
        foreach (var unit in word[length..])
        {
            length += Write(unit, target[length..]);
        }

        if (length == 0)
        {
            word.CopyTo(target);
            return word.Length;
        }

        if (target[..length] is "''")
        {
            target[0] = '"';
            return 1;
        }

        return length;
    }

    /// <summary>The normal form as a string.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        var buffer = new char[word.Length * Growth];
        return new string(buffer, 0, Write(word, buffer));
    }

    private static int Write(char unit, Span<char> target)
    {
        switch (unit)
        {
            case '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or '\uFE0F':
                return 0;
            case '\u2026':
                "...".CopyTo(target);
                return 3;
            default:
                target[0] = unit switch
                {
                    '`' or '\u00B4' or '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' => '\'',
                    '\u00AB' or '\u00BB' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' => '"',
                    (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
                    '\u00A0' => ' ',
                    _ => unit,
                };
                return 1;
        }
    }
}
