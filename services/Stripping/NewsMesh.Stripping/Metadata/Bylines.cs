namespace NewsMesh.Stripping.Metadata;

/// <summary>Chooses who wrote the article among what the page says of it.</summary>
internal static class Bylines
{
    private static readonly string[] MetaNames = ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "article:author_name", "cxenseparse:author"];

    public static Sourced<IReadOnlyList<string>>? Choose(HeadFacts facts, JsonLd? data, string? site)
    {
        var people = PersonNames.From(data?.Authors ?? [], site);
        if (people.Count > 0)
            return new(people, Source.JsonLd);
        foreach (var name in MetaNames)
        {
            people = PersonNames.From(facts.MetaAll(name), site);
            if (people.Count > 0)
                return new(people, Source.Meta);
        }

        // The first mark that gives a name: later ones are of teasers and comments.
        foreach (var author in facts.Authors)
        {
            people = PersonNames.From([author], site);
            if (people.Count > 0)
                return new(people, Source.Markup);
        }

        return null;
    }
}
