namespace NewsMesh.Entities.Grouping;

/// <summary>The short forms by which a full name may be meant, as strings that both sides compute.</summary>
internal static class NameLinks
{
    /// <summary>Links under which an entity of this name can be found.</summary>
    public static IEnumerable<string> Offered(TypedMention mention)
    {
        yield return Same(mention);
        var words = mention.Key.Split(' ');
        if (mention.Type == EntityTypes.Person && words.Length > 1)
        {
            yield return "PERSON last " + words[^1];
            yield return "PERSON first " + words[0];
            yield return Ends(words);
            if (words.Length > 2)
            {
                yield return "PERSON tail " + words[^2] + " " + words[^1];
            }
        }
        else if (mention.Type == EntityTypes.Organization)
        {
            yield return "ORGANIZATION plain " + NameKey.WithoutCompanySuffix(mention.Key);
            if (NameKey.Initials(mention.Key) is { } initials)
            {
                yield return "ORGANIZATION initials " + initials;
            }
        }
    }

    /// <summary>Links to try for a mention, the surest first.</summary>
    public static IEnumerable<string> Asked(TypedMention mention)
    {
        yield return Same(mention);
        var words = mention.Key.Split(' ');
        if (mention.Type == EntityTypes.Person)
        {
            yield return words.Length == 1 ? "PERSON last " + words[0] : Ends(words);
            yield return words.Length == 1 ? "PERSON first " + words[0] : "PERSON tail " + mention.Key;
        }
        else if (mention.Type == EntityTypes.Organization)
        {
            yield return "ORGANIZATION plain " + NameKey.WithoutCompanySuffix(mention.Key);
            if (words.Length == 1 && !mention.Name.Any(char.IsLower))
            {
                yield return "ORGANIZATION initials " + mention.Key;
            }
        }
    }

    private static string Same(TypedMention mention) => mention.Type + " is " + NameAliases.Resolve(mention.Key);

    /// <summary>"Donald J. Trump" and "Donald Trump" meet here.</summary>
    private static string Ends(string[] words) => $"PERSON ends {words[0]} {words[^1]}";
}
