namespace NewsMesh.Entities.Text;

/// <summary>
/// Splits text into tokens by the conventions of the CoNLL-2003 data: clitics ("'s", "n't") and punctuation are tokens of
/// their own, hyphenated words and abbreviations stay whole. One pass, linear in the text's length.
/// </summary>
public static class Tokenizer
{
    /// <summary>The tokens of <paramref name="text"/> in order, not overlapping; together they cover everything but white space.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>(text.Length / 5 + 1);
        var at = 0;
        while (at < text.Length)
        {
            var kind = CharClass.At(text, at, out var length);
            if (kind == CharClass.Kind.Space)
            {
                at += length;
                continue;
            }

            at = WebScanner.TryScan(text, at, out var end) ? Add(tokens, at, end)
                : kind is CharClass.Kind.Letter or CharClass.Kind.Digit || NumberScanner.StartsNumber(text, at) ? AddWord(tokens, text, at)
                : Add(tokens, at, SymbolScanner.End(text, at));
        }

        return tokens;
    }

    private static int AddWord(List<Token> tokens, string text, int start)
    {
        var end = WordScanner.End(text, start);
        var clitic = Clitics.Start(text, start, end);
        if (clitic > start)
        {
            Add(tokens, start, clitic);
        }

        return Add(tokens, clitic, end);
    }

    private static int Add(List<Token> tokens, int start, int end)
    {
        if (end > start)
        {
            tokens.Add(new Token(start, end));
        }

        return end;
    }
}
