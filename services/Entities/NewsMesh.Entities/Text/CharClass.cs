using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsMesh.Entities.Text;

/// <summary>What the tokeniser needs to know about the character at an index; lone surrogates are symbols.</summary>
internal static class CharClass
{
    public enum Kind
    {
        Space,
        Letter,
        Digit,
        Mark,
        Symbol,
    }

    public const char SoftHyphen = '\u00AD';

    /// <summary>Class and length (1 or 2 UTF-16 units) of the character at <paramref name="index"/>.</summary>
    public static Kind At(ReadOnlySpan<char> text, int index, out int length)
    {
        var c = text[index];
        length = 1;
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetter(c) ? Kind.Letter
                : char.IsAsciiDigit(c) ? Kind.Digit
                : c <= ' ' || c == '\u007F' ? Kind.Space : Kind.Symbol;
        }

        if (Rune.DecodeFromUtf16(text[index..], out var rune, out _) != OperationStatus.Done)
        {
            return Kind.Symbol;
        }

        length = rune.Utf16SequenceLength;
        return Of(rune);
    }

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u0060' or '\u00B4';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static Kind Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => Kind.Letter,
        UnicodeCategory.DecimalDigitNumber => Kind.Digit,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Kind.Mark,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control => Kind.Space,
        // The soft hyphen and the joiners belong to the word or emoji they stand in; other format characters separate.
        UnicodeCategory.Format => rune.Value is SoftHyphen or 0x200C or 0x200D or 0x2060 ? Kind.Mark : Kind.Space,
        UnicodeCategory.ModifierSymbol when rune.Value is >= 0x1F3FB and <= 0x1F3FF => Kind.Mark,
        _ => Kind.Symbol,
    };
}
