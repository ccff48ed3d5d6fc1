using System.Text;

namespace NewsMesh.Ingest;

/// <summary>Looks for a declaration of the character set inside a page.</summary>
internal static class MetaPrescan
{
    // The standard asks for 1,024 bytes, browsers look further, and pages put scripts first.
    private const int ScanLength = 4096;

    /// <summary>The label in the first meta element or in the XML declaration, as written; null where there is none.</summary>
    public static string? Label(ReadOnlySpan<byte> body)
    {
        // Every encoding that can be declared this way reads ASCII as ASCII, so Latin-1 shows the markup right.
        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, ScanLength)]);
        var tokens = new HtmlTokens(start);
        while (tokens.Read())
        {
            if (tokens.Kind == HtmlTokenKind.StartTag
                && tokens.Name.Equals("meta", StringComparison.OrdinalIgnoreCase)
                && InMeta(tokens.Attributes) is { Length: > 0 } label)
            {
                return label;
            }
        }

        return InXmlDeclaration(start);
    }

    private static string? InMeta(ReadOnlySpan<char> attributes)
    {
        if (HtmlAttributes.Find(attributes, "charset") is { } charset)
        {
            return charset;
        }

        var equivalent = HtmlAttributes.Find(attributes, "http-equiv");
        return string.Equals(equivalent, "content-type", StringComparison.OrdinalIgnoreCase)
            ? CharsetLabels.InContentType(HtmlAttributes.Find(attributes, "content"))
            : null;
    }

    private static string? InXmlDeclaration(string start)
    {
        if (!start.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return null;
        }

        var end = start.IndexOf('>', StringComparison.Ordinal);
        return HtmlAttributes.Find(start.AsSpan(5, Math.Max(0, end - 5)).TrimEnd('?'), "encoding");
    }
}
