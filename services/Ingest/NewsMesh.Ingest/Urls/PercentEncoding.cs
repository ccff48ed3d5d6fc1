using System.Buffers;
using System.Text;

namespace NewsMesh.Ingest;

/// <summary>One spelling for percent-encoded text (RFC 3986 §6.2.2.1, §6.2.2.2).</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    // Reserved characters mean something where they stand unencoded, so they stay as they are.
    private static readonly SearchValues<char> Reserved = SearchValues.Create(":/?#[]@!$&'()*+,;=");

    /// <summary>
    /// Encoded unreserved characters are decoded, hex digits are in upper case, what may not stand in a URL is encoded as
    /// UTF-8, and a "%" that starts no escape becomes "%25".
    /// </summary>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '%')
            {
                i += AppendEscape(result, text[i..]);
            }
            else if (Unreserved.Contains(text[i]) || Reserved.Contains(text[i]))
            {
                result.Append(text[i++]);
            }
            else
            {
                Rune.DecodeFromUtf16(text[i..], out var rune, out var length);
                AppendEncoded(result, rune);
                i += length;
            }
        }

        return result.ToString();
    }

    private static int AppendEscape(StringBuilder result, ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2]))
        {
            result.Append("%25");
            return 1;
        }

        var value = Convert.FromHexString(text[1..3])[0];
        if (value < 0x80 && Unreserved.Contains((char)value))
        {
            result.Append((char)value);
        }
        else
        {
            result.Append('%').Append(Convert.ToHexString([value]));
        }

        return 3;
    }

    private static void AppendEncoded(StringBuilder result, Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
        {
            result.Append('%').Append(Convert.ToHexString([value]));
        }
    }
}
