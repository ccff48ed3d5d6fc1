using System.Text.RegularExpressions;

namespace NewsMesh.Stripping.Training;

/// <summary>Word tokens as the full-text metric counts them.</summary>
internal static partial class Tokens
{
    public static string[] Of(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    // Python's \w: letters and numbers of any kind, and the underscore; no combining marks, unlike .NET's.
    [GeneratedRegex(@"[\p{L}\p{N}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
