using System.Text.RegularExpressions;

namespace NewsMesh.Stripping.PlainText;

/// <summary>Tells breadcrumb lines such as <c>Home / World / Some headline</c>.</summary>
internal static partial class Breadcrumb
{
    private const int LongestPart = 30;
    private const int Longest = 300;

    /// <summary>The last part of a breadcrumb; null for any other line.</summary>
    public static string? LastPart(string line)
    {
        if (line.Length > Longest)
            return null;
        var parts = Separator().Split(line);
        if (parts.Length < 2 || parts.SkipLast(1).Any(p => p.Length is 0 or > LongestPart))
            return null;
        return parts.Length >= 3 || Start().IsMatch(parts[0]) ? parts[^1].Trim() : null;
    }

    [GeneratedRegex(@"\s+[/>»›→|]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:Home|Start|Startseite|Accueil|Inicio|Início|News|Nachrichten|You are here:? ?\w*|Главная|首页|ホーム)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Start();
}
