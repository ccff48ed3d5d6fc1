using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsMesh.Stripping.Metadata;

/// <summary>Takes names of people out of a byline.</summary>
internal static partial class PersonNames
{
    private const int MostWords = 5;
    private const int LongestName = 50;

    // More are a list of members or subscribers.
    private const int MostPeople = 20;

    // Words of bylines that name a desk, an agency or a job instead of a person.
    private static readonly FrozenSet<string> NotNames = FrozenSet.ToFrozenSet(
    [
        "staff", "editor", "editors", "editorial", "desk", "team", "newsroom", "reporter", "reporters", "correspondent",
        "correspondents", "writer", "writers",
        "admin", "administrator", "webmaster", "redaktion", "redaktionsteam", "online", "agencies", "agency", "agence", "agencia",
        "press", "news", "reuters", "afp", "dpa", "ap",
        "apa", "upi", "ians", "pti", "efe", "ansa", "tass", "xinhua", "bloomberg", "contributor", "contributors", "guest", "anonymous",
        "unknown", "author", "authors", "autor", "columnist",
        "newspaper", "magazine", "times", "post", "media", "service", "bureau", "rédaction", "redacción", "redazione", "producer",
        "journalist", "analyst", "director", "professor",
        "updated", "published", "follow", "posted", "share", "facebook", "twitter", "minutes", "ago", "chief", "senior", "www", "com",
        "und", "undefined", "null",
    ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>People in the given bylines, each once, in order, twenty at most.</summary>
    public static IReadOnlyList<string> From(IEnumerable<string> bylines, string? site)
    {
        var people = new List<string>();
        foreach (var byline in bylines)
        {
            if (byline.Contains("://", StringComparison.Ordinal))
                continue;
            foreach (var part in Separators().Split(Prefix().Replace(TextCleaner.Paragraph(byline), "")))
            {
                var name = part.Trim(' ', '.', ':', '-', '–', '(', ')');
                if (people.Count == MostPeople)
                    return people;
                if (IsName(name, site) && !people.Contains(name, StringComparer.OrdinalIgnoreCase))
                    people.Add(name);
            }
        }

        return people;
    }

    private static bool IsName(string name, string? site)
    {
        if (name.Length is < 2 or > LongestName || !char.IsLetter(name[0]) || name.Any(c => char.IsDigit(c) || c is '@' or '/' or '_' or '<' or '{'))
            return false;
        if (string.Equals(name, site, StringComparison.OrdinalIgnoreCase))
            return false;
        var words = name.Split(' ', '-');
        return words.Length <= MostWords && !words.Any(NotNames.Contains) && !char.IsLower(name[0]) && !name.Contains(".com", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^(?:(?:written|posted|story|words|text|reported)\s+)?(?:by|von|par|por|di|door|autor|author|af|av|od|text)\b[:\s]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*(?:[,;|•·/&\n]|\s(?:and|und|et|y|e|en|i|with|for|mit|in)\s)\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Separators();
}
