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
        var buffer = new StringBuilder(raw.Length);
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
            if (space && buffer.Length > 0)
                buffer.Append(' ');
            space = false;
            if (!char.IsSurrogate(c))
                buffer.Append(c);
            else if (char.IsHighSurrogate(c) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1]))
                buffer.Append(c).Append(raw[++i]);
            else
                buffer.Append('\uFFFD');
        }

        var text = buffer.ToString();
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
