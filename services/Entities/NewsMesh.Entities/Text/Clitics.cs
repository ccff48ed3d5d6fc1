namespace NewsMesh.Entities.Text;

/// <summary>English clitics that are tokens of their own: "'s", "'re", "'ve", "'ll", "'d", "'m", "n't".</summary>
internal static class Clitics
{
    /// <summary>Where the clitic at the end of the word starts; <paramref name="end"/> where it has none.</summary>
    public static int Start(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Length > 2 && CharClass.IsApostrophe(word[^2]))
        {
            var last = char.ToLowerInvariant(word[^1]);
            if (last == 't' && word.Length > 3 && char.ToLowerInvariant(word[^3]) == 'n')
            {
                return end - 3;
            }

            return last is 's' or 'd' or 'm' ? end - 2 : end;
        }

        return word.Length > 3 && CharClass.IsApostrophe(word[^3])
            && word[^2..] is var tail
            && (tail.Equals("re", StringComparison.OrdinalIgnoreCase) || tail.Equals("ve", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("ll", StringComparison.OrdinalIgnoreCase))
            ? end - 3 : end;
    }
}
