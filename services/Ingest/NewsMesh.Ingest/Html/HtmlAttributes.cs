using System.Net;

namespace NewsMesh.Ingest;

/// <summary>Reads attributes from what stands inside a start tag.</summary>
internal static class HtmlAttributes
{
    /// <summary>
    /// The value of the first attribute of that name, character references decoded, white space trimmed; "" for one
    /// without value; null where it is absent.
    /// </summary>
    public static string? Find(ReadOnlySpan<char> attributes, string name)
    {
        while (true)
        {
            attributes = attributes.TrimStart(" \t\r\n\f/");
            if (attributes.IsEmpty)
            {
                return null;
            }

            // A "=" in front belongs to the name, by the standard; it also keeps this loop moving.
            var nameLength = 1 + LengthUntil(attributes[1..], " \t\r\n\f/=");
            var found = attributes[..nameLength].Equals(name, StringComparison.OrdinalIgnoreCase);
            attributes = attributes[nameLength..].TrimStart(" \t\r\n\f");
            var value = TakeValue(ref attributes);
            if (found)
            {
                return WebUtility.HtmlDecode(value.ToString()).Trim();
            }
        }
    }

    private static ReadOnlySpan<char> TakeValue(ref ReadOnlySpan<char> attributes)
    {
        if (attributes.IsEmpty || attributes[0] != '=')
        {
            return [];
        }

        attributes = attributes[1..].TrimStart(" \t\r\n\f");
        if (attributes.IsEmpty)
        {
            return [];
        }

        if (attributes[0] is not ('"' or '\''))
        {
            return Take(ref attributes, LengthUntil(attributes, " \t\r\n\f"), 0);
        }

        var quote = attributes[0];
        attributes = attributes[1..];
        var length = attributes.IndexOf(quote);
        return length < 0 ? Take(ref attributes, attributes.Length, 0) : Take(ref attributes, length, 1);
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> attributes, int length, int skip)
    {
        var value = attributes[..length];
        attributes = attributes[(length + skip)..];
        return value;
    }

    private static int LengthUntil(ReadOnlySpan<char> text, string ends)
    {
        var length = text.IndexOfAny(ends);
        return length < 0 ? text.Length : length;
    }
}
