using System.Globalization;
using System.Net;
using System.Text;

namespace NewsMesh.Dedup.Normalization;

/// <summary>
/// Brings a text to the form in which copies of it are equal: HTML entities decoded, Unicode compatibility forms folded
/// (NFKD, marks dropped), case folded, soft hyphens and other invisible characters dropped, everything that is neither
/// letter nor digit dropped. Words are not separated: house styles, hard wraps and scans differ in spacing most of all.
/// </summary>
public static class TextNormalizer
{
    /// <summary>Most letters that <see cref="FoldOne"/> makes of one character.</summary>
    internal const int LongestFolding = 2;

    /// <summary>Latin letters (to U+024F) have their folding in a table: the general way is many times slower.</summary>
    private const char TableEnd = '\u0250';
    private const char MarksEnd = '\u0370';

    private static readonly string[] Table = [.. Enumerable.Range(0, TableEnd).Select(c => FoldLatin((char)c))];

    /// <summary>Of the letters that fold to one letter, that one; else 0.</summary>
    private static readonly char[] Single = [.. Table.Select(folded => folded.Length == 1 ? folded[0] : '\0')];

    /// <summary>
    /// The letters and digits of <paramref name="text"/>, folded. Of a longer text only the first
    /// <paramref name="maxCharacters"/> UTF-16 code units count, and no more come out. Any string is accepted, unpaired
    /// surrogates included. Linear time.
    /// </summary>
    public static string Normalize(string text, int maxCharacters)
    {
        using var scanner = new ArticleScanner("", text, maxCharacters);
        return new string(scanner.Letters);
    }

    /// <summary>
    /// The text without HTML entities, spacing and punctuation kept, and in compatibility decomposition where
    /// <see cref="FoldOne"/> needs that: what readers of letters, words and figures start from.
    /// </summary>
    internal static string Decompose(string text, int maxCharacters)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > maxCharacters)
            text = text[..maxCharacters];
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        return NeedsDecomposition(text) ? WithoutUnpairedSurrogates(text).Normalize(NormalizationForm.FormKD) : text;
    }

    // Latin letters are in the table, marks are dropped, general punctuation but for its few ligatures is neither.
    private static bool NeedsDecomposition(string text)
    {
        foreach (var c in text)
        {
            if (c >= MarksEnd && c is not ((>= '\u2010' and <= '\u2023') or (>= '\u2028' and <= '\u203b') or '\u20ac'))
                return true;
        }

        return false;
    }

    private static string WithoutUnpairedSurrogates(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return text;
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            builder.Append(rune);
        return builder.ToString();
    }

    /// <summary>
    /// Writes what one character of a decomposed text folds to: none, one or two lower-case letters or digits; their number.
    /// </summary>
    internal static int FoldOne(char c, Span<char> folded)
    {
        if (c < TableEnd)
        {
            if (Single[c] != 0)
            {
                folded[0] = Single[c];
                return 1;
            }

            var letters = Table[c];
            for (var i = 0; i < letters.Length; i++)
                folded[i] = letters[i];
            return letters.Length;
        }

        if (!IsKept(c))
            return 0;
        folded[0] = char.ToLowerInvariant(c);
        return 1;
    }

    private static string FoldLatin(char c)
    {
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c).ToString() : "";
        var letters = new StringBuilder();
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (IsKept(part))
                letters.Append(AsciiSpelling(char.ToLowerInvariant(part)));
        }

        // Fractions and the like are digits with a slash between; copies spell them in many ways.
        return letters.Length <= LongestFolding ? letters.ToString() : letters.ToString(0, LongestFolding);
    }

    // Surrogates stay: the scripts beyond the first plane are letters for the most part. Spacing marks stay too: in Indic
    // scripts they are vowels.
    internal static bool IsKept(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate;

    /// <summary>Characters that are dropped without ending a word: marks, soft hyphens, joiners.</summary>
    internal static bool IsInvisible(char c) =>
        !char.IsAscii(c) && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>Letters without a decomposition that newsrooms without the character write in ASCII.</summary>
    private static string AsciiSpelling(char lower) => lower switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        _ => lower.ToString(),
    };
}
