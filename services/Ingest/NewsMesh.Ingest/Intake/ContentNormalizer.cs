using System.Globalization;
using System.Text;

namespace NewsMesh.Ingest;

/// <summary>Brings text into the form whose hash identifies an article without URL.</summary>
internal static class ContentNormalizer
{
    // Stream-Safe Text Format (UAX #15 §13): canonical ordering sorts a run of combining marks by insertion, which on a
    // run of millions takes quadratic time. No script needs more than a few; the standard's own bound is 30.
    private const int MaxCombiningMarks = 30;

    // Below it are neither combining marks nor surrogates.
    private const char FirstMark = '\u0300';

    private const char GraphemeJoiner = '\u034F';

    /// <summary>Lower case (invariant), white space collapsed, NFC; unpaired surrogates become U+FFFD.</summary>
    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        Span<char> units = stackalloc char[2];
        var marks = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] < FirstMark)
            {
                result.Append(char.ToLowerInvariant(text[i++]));
                marks = 0;
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            i += length;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MaxCombiningMarks)
            {
                result.Append(GraphemeJoiner);
                marks = 1;
            }

            var lower = Rune.ToLowerInvariant(IsRefusedByNormalize(rune) ? Rune.ReplacementChar : rune);
            result.Append(units[..lower.EncodeToUtf16(units)]);
        }

        return WhiteSpace.Collapse(result.ToString().Normalize(NormalizationForm.FormC));
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark;

    // string.Normalize throws on this noncharacter, the byte order mark read the wrong way round.
    private static bool IsRefusedByNormalize(Rune rune) => rune.Value == 0xFFFE;
}
