namespace NewsMesh.Ingest.Language;

/// <summary>
/// Reduces text to its words: lower-case letters with exactly one space before, between and after words. What is in no
/// language (addresses, mentions, character references, tags) is left out. A change of script ends a word.
/// </summary>
internal static class LetterBuffer
{
    private const char Space = ' ';

    /// <param name="text">Any UTF-16 text, lone surrogates included.</param>
    /// <param name="buffer">Takes the words; <see cref="Size"/> of the text's length always suffices.</param>
    /// <returns>Length written; 1 (a single space) where there is no letter.</returns>
    public static int Fill(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int written = 0;
        buffer[written++] = Space;
        int run = 0;
        Script current = Script.None;
        int at = 0;
        while (at < text.Length)
        {
            int skip = Noise.LengthAt(text, at);
            if (skip == 0 && IsInvisible(text[at]))
            {
                at++;
                continue;
            }

            Script script = skip > 0 ? Script.None : Scripts.Of(text[at]);
            if (run > 0 && (script != current || run == DetectorLimits.LongestWord))
            {
                buffer[written++] = Space;
                run = 0;
            }

            if (script != Script.None)
            {
                buffer[written++] = Lower(text[at]);
                run++;
            }

            current = script;
            at += Math.Max(skip, 1);
        }

        if (run > 0)
        {
            buffer[written++] = Space;
        }

        return written;
    }

    /// <summary>Every letter may be a word of its own, with one space each and one in front.</summary>
    public static int Size(int textLength) => (2 * textLength) + 1;

    /// <summary>Combining accents, soft hyphens and joiners stand inside words.</summary>
    private static bool IsInvisible(char c) => c is (>= '\u0300' and <= '\u036F') or '\u00AD' or '\u200D' or '\u2060';

    // As the model's builder does it: Turkish capital dotted I has no invariant lower case; the comma and cedilla
    // forms of the Romanian letters are one.
    private static char Lower(char c) => c switch
    {
        'İ' => 'i',
        'ţ' or 'Ţ' => 'ț',
        'ș' or 'Ș' => 'ş',
        _ => char.ToLowerInvariant(c),
    };
}
