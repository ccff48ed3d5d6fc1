using System.Text;

namespace NewsMesh.Entities.Text;

/// <summary>A text with its tokens and sentences.</summary>
/// <param name="Text">Any UTF-16 text.</param>
/// <param name="Tokens">In order, not overlapping.</param>
/// <param name="Sentences">Ranges over <paramref name="Tokens"/>, in order; together all tokens.</param>
public sealed record TokenizedText(string Text, IReadOnlyList<Token> Tokens, IReadOnlyList<Range> Sentences)
{
    /// <summary>Splits a text by <see cref="Tokenizer"/> and <see cref="SentenceSplitter"/>.</summary>
    public static TokenizedText Of(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return new TokenizedText(text, tokens, SentenceSplitter.Split(text, tokens));
    }

    /// <summary>A text made of sentences that are split already.</summary>
    public static TokenizedText FromTokens(IEnumerable<IReadOnlyList<string>> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var text = new StringBuilder();
        var tokens = new List<Token>();
        var ranges = new List<Range>();
        foreach (var sentence in sentences)
        {
            var first = tokens.Count;
            foreach (var token in sentence)
            {
                tokens.Add(new Token(text.Length, text.Length + token.Length));
                text.Append(token).Append(' ');
            }

            ranges.Add(first..tokens.Count);
        }

        return new TokenizedText(text.ToString(), tokens, ranges);
    }
}
