using System.Text.RegularExpressions;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Tells lines that name the author.</summary>
internal static partial class ByLine
{
    private const int Longest = 80;

    public static bool IsByline(string line) => line.Length <= Longest && Form().IsMatch(line);

    [GeneratedRegex(@"^(?:By|BY|Von|Par|Por|Di|Door|Written by|Posted by|Story by|Text:?)\s+\p{Lu}[\p{L}'’.-]+(?:[\s,]+[\p{L}'’.&-]+){1,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
