using System.Buffers;
using System.Text;

namespace NewsMesh.Stripping;

/// <summary>Brings text to the one form in which it leaves this library.</summary>
internal static class TextCleaner
{
    // Soft hyphen, zero-width space, word joiner, byte order mark, bidi marks: invisible, and they split words for whoever
    // reads the text. The zero-width joiners stay: Persian and Indic scripts need them.
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A\u202B\u202C\u202D\u202E");

    /// <summary>One paragraph: NFC, runs of white space (line ends and no-break spaces too) as one space, trimmed, invisible and control
    /// characters gone, unpaired surrogates replaced.</summary>
    public static string Paragraph(ReadOnlySpan<char> raw)
    {
        // An unpaired surrogate becomes one character too, so that nothing grows.
        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        var length = 0;
        var space = false;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (char.IsControl(c) || Invisible.Contains(c))
                continue;
            if (space && length > 0)
                buffer[length++] = ' ';
            space = false;
            if (!char.IsSurrogate(c))
            {
                buffer[length++] = c;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
            {
                buffer[length++] = c;
                buffer[length++] = raw[++i];
            }
            else
            {
                buffer[length++] = '\uFFFD';
            }
        }

        var text = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>As <see cref="Paragraph"/>, with null for nothing left.</summary>
    public static string? OrNull(string? raw)
    {
        if (raw is null)
            return null;
        var text = Paragraph(raw);
        return text.Length == 0 ? null : text;
    }
}
