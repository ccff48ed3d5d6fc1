namespace NewsMesh.Entities.Grouping;

/// <summary>Forms of names for comparison.</summary>
internal static class NameKey
{
    private static readonly string[] CompanySuffixes =
        ["inc", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "ag", "sa", "nv", "gmbh", "group", "holdings"];

    public static string Of(string name)
    {
        var key = name.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
        return key.StartsWith("the ", StringComparison.Ordinal) && key.Length > 4 ? key[4..] : key;
    }

    /// <summary>"apple inc" is "apple".</summary>
    public static string WithoutCompanySuffix(string key)
    {
        var space = key.LastIndexOf(' ');
        return space > 0 && CompanySuffixes.Contains(key[(space + 1)..]) ? key[..space].TrimEnd(',', ' ') : key;
    }

    /// <summary>"international monetary fund" is "imf"; small words of the name do not count. Null where there are under two words.</summary>
    public static string? Initials(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("of" or "the" or "and" or "for")).ToArray();
        return words.Length < 2 ? null : string.Concat(words.Select(w => w[0]));
    }
}
