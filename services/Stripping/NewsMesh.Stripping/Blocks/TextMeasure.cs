using System.Buffers;

namespace NewsMesh.Stripping.Blocks;

/// <summary>Counts on text that hold across scripts.</summary>
internal static class TextMeasure
{
    /// <summary>A Chinese or Japanese news text has about a third of the characters of its English translation.</summary>
    public const int IdeographLetters = 3;

    private static readonly SearchValues<char> Marks = SearchValues.Create(".,;:!?…。，、；：！？؟،۔।");

    /// <summary>Letters and digits, ideographs and syllables weighted.</summary>
    public static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                count += IsIdeograph(c) ? IdeographLetters : 1;
            else if (char.IsHighSurrogate(c))
                count++;
        }

        return count;
    }

    public static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    public static bool HasLower(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return true;
        }

        return false;
    }

    /// <summary>Whether the last character, quotes and brackets aside, ends a sentence.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd("\"'”’»“‘」』)）] ");
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।';
    }

    /// <summary>Whether the text has marks at the rate of sentences, not bars between entries: tag clouds and menus have none.</summary>
    public static bool IsPunctuated(ReadOnlySpan<char> text) =>
        text.IndexOfAny(Marks) >= 0 && text.Count('|') <= 2 && text.Count('·') <= 3;

    /// <summary>Chinese, Japanese and Korean characters.</summary>
    public static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';
}
