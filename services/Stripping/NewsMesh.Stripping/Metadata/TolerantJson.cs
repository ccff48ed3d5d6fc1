using System.Text;
using System.Text.Json;

namespace NewsMesh.Stripping.Metadata;

/// <summary>Parses JSON as pages write it: in comments or CDATA marks, with raw line ends in strings, trailing commas or semicolons.</summary>
internal static class TolerantJson
{
    // Deeper data is no description of an article.
    private const int MaxDepth = 48;

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    /// <summary>The document, or null for what cannot be read as JSON.</summary>
    public static JsonDocument? Parse(string text)
    {
        text = text.Replace("<![CDATA[", " ", StringComparison.Ordinal).Replace("]]>", " ", StringComparison.Ordinal);
        var start = text.AsSpan().IndexOfAny('{', '[');
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end < start)
            return null;
        var json = text[start..(end + 1)];
        return TryParse(json) ?? TryParse(WithoutControls(json));
    }

    private static JsonDocument? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // Unpaired surrogates cannot be transcoded.
            return null;
        }
    }

    private static string WithoutControls(string json)
    {
        var clean = new StringBuilder(json.Length);
        foreach (var c in json)
            clean.Append(char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c);
        return clean.ToString();
    }
}
