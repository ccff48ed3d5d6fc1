using System.Collections.Frozen;

namespace NewsMesh.Entities.Text;

/// <summary>Groups tokens into sentences by closing punctuation, abbreviations and the lines of the text.</summary>
public static class SentenceSplitter
{
    /// <summary>A longer sentence is cut: it bounds the tagger's memory, and no news sentence comes near.</summary>
    public const int MaxTokens = 400;

    // Enough capitalised openers to tell "in the U.S. The plan" from "the U.S. Senate".
    private static readonly FrozenSet<string> Openers = FrozenSet.Create(StringComparer.Ordinal,
        "The", "A", "An", "In", "On", "At", "But", "And", "He", "She", "It", "They", "We", "I", "This", "That", "These", "Those", "His",
        "Her", "Its", "Their", "There", "If", "As", "For", "After", "Before", "When", "While", "However", "Some", "Many", "Most");

    /// <summary>The sentences of <paramref name="text"/> as ranges over <paramref name="tokens"/>, in order, none empty.</summary>
    public static IReadOnlyList<Range> Split(string text, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var sentences = new List<Range>();
        var lines = new LineWidths(text);
        var start = 0;
        var lineStart = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var gap = i + 1 < tokens.Count ? LineBreaks(text, tokens[i].End, tokens[i + 1].Start) : 2;
            if (gap >= 2 || i + 1 - start >= MaxTokens || EndsSentence(text, tokens, i)
                || (gap == 1 && EndsLine(text, tokens, i, lineStart, lines)))
            {
                sentences.Add(start..(i + 1));
                start = i + 1;
            }

            if (gap > 0 && i + 1 < tokens.Count)
            {
                lineStart = tokens[i + 1].Start;
            }
        }

        return sentences;
    }

    /// <summary>Whether token <paramref name="i"/> closes a sentence; the next token exists.</summary>
    private static bool EndsSentence(string text, IReadOnlyList<Token> tokens, int i)
    {
        var token = tokens[i].Of(text);
        var next = tokens[i + 1].Of(text);
        var closes = IsClosing(next) && tokens[i].End == tokens[i + 1].Start;
        var opens = !closes && !char.IsLower(next[0]) && next[0] is not (',' or ';' or ':' or ')' or ']');
        if (!opens)
        {
            return false;
        }

        if (IsTerminal(token))
        {
            return true;
        }

        if (IsClosing(token))
        {
            return i > 0 && IsTerminal(tokens[i - 1].Of(text)) && tokens[i - 1].End == tokens[i].Start;
        }

        return token.Length > 2 && token[^1] == '.' && (Abbreviations.MayClose(token[..^1]) || token[..^1].Contains('.'))
            && Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(next);
    }

    private static bool EndsLine(string text, IReadOnlyList<Token> tokens, int i, int lineStart, LineWidths lines)
    {
        var next = tokens[i + 1];
        var isItem = char.IsAsciiDigit(text[next.Start]) && text[next.End - 1] == '.';
        return isItem || (!char.IsLower(text[next.Start]) && !lines.IsWrapped(lineStart, tokens[i].End, next.Length));
    }

    private static bool IsTerminal(ReadOnlySpan<char> token) =>
        token[0] is '.' or '!' or '?' or '\u2026' or '\u3002'
        && !char.IsAsciiDigit(token[^1]);

    private static bool IsClosing(ReadOnlySpan<char> token) =>
        token is "\"" or "'" or "''" or "\u201D" or "\u2019" or "\u00BB" or ")" or "]";

    private static int LineBreaks(string text, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            count += text[i] is '\n' or '\u2029' or '\u2028' || (text[i] == '\r' && (i + 1 == to || text[i + 1] != '\n')) ? 1 : 0;
        }

        return count;
    }
}
