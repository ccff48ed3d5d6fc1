namespace NewsMesh.Entities.Grouping;

/// <summary>Joins the variants of one name within an article: "Kim", "Mr Kim" and "Kim Jong Un".</summary>
internal static class EntityGrouper
{
    public static IReadOnlyList<RecognizedEntity> Group(string? title, int textLength, IReadOnlyList<TypedMention> mentions)
    {
        var groups = new GroupIndex();
        // Fullest names first, so that every short form finds what it may be short for.
        foreach (var mention in mentions.OrderByDescending(m => m.Key.Count(c => c == ' ')).ThenBy(m => m.Mention.Start))
        {
            groups.Place(mention);
        }

        var salience = new Salience(title, textLength, groups.All);
        return
        [
            .. groups.All.Select(g => ToEntity(g, salience.Of(g)))
                .OrderByDescending(e => e.Salience).ThenBy(e => e.Mentions[0].Start),
        ];
    }

    private static RecognizedEntity ToEntity(EntityGroup group, double salience) => new()
    {
        Type = group.Type,
        Name = group.Name(),
        Salience = salience,
        Mentions = [.. group.Mentions.Select(m => m.Mention).OrderBy(m => m.Start)],
    };
}
