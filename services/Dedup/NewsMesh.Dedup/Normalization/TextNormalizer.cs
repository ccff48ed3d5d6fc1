using System.Buffers;
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
    /// <summary>
    /// The letters and digits of <paramref name="text"/>, folded. Of a longer text only the first
    /// <paramref name="maxCharacters"/> UTF-16 code units count, and no more come out. Any string is accepted, unpaired
    /// surrogates included. Linear time.
    /// </summary>
    public static string Normalize(string text, int maxCharacters) => Fold(Decompose(text, maxCharacters), maxCharacters);

    /// <summary>
    /// The text without HTML entities and in compatibility decomposition, spacing and punctuation kept: what
    /// <see cref="Fold"/> and the number reader start from.
    /// </summary>
    internal static string Decompose(string text, int maxCharacters)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > maxCharacters)
            text = text[..maxCharacters];
        if (text.Contains('&', StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        return Ascii.IsValid(text) ? text : WithoutUnpairedSurrogates(text).Normalize(NormalizationForm.FormKD);
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

    internal static string Fold(string text, int maxCharacters)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length * 2);
        try
        {
            var length = 0;
            foreach (var c in text)
            {
                if (char.IsAscii(c))
                {
                    if (char.IsAsciiLetterOrDigit(c))
                        buffer[length++] = char.ToLowerInvariant(c);
                }
                else if (IsKept(c))
                {
                    var lower = char.ToLowerInvariant(c);
                    var ascii = AsciiSpelling(lower);
                    if (ascii.Length == 0)
                        buffer[length++] = lower;
                    foreach (var letter in ascii)
                        buffer[length++] = letter;
                }
            }

            return new string(buffer, 0, Math.Min(length, maxCharacters));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
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
        _ => "",
    };
}
