namespace NewsMesh.Entities.Grouping;

/// <summary>The entities of an article while its mentions are placed, found by the links their names offer.</summary>
internal sealed class GroupIndex
{
    /// <summary>Namesakes that are told apart; it keeps a hostile text linear.</summary>
    private const int MaxNamesakes = 16;

    private readonly List<EntityGroup> _groups = [];
    private readonly Dictionary<string, List<EntityGroup>> _byLink = new(StringComparer.Ordinal);

    public IReadOnlyList<EntityGroup> All => _groups;

    public void Place(TypedMention mention)
    {
        foreach (var link in NameLinks.Asked(mention))
        {
            if (_byLink.TryGetValue(link, out var namesakes))
            {
                Nearest(namesakes, mention).Add(mention);
                return;
            }
        }

        var group = new EntityGroup(mention);
        _groups.Add(group);
        foreach (var link in NameLinks.Offered(mention))
        {
            if (!_byLink.TryGetValue(link, out var namesakes))
            {
                _byLink.Add(link, namesakes = []);
            }

            if (namesakes.Count < MaxNamesakes)
            {
                namesakes.Add(group);
            }
        }
    }

    /// <summary>
    /// Of several who share a surname, the one named in full last before the mention; failing that, the first in the article.
    /// </summary>
    private static EntityGroup Nearest(List<EntityGroup> namesakes, TypedMention mention)
    {
        var best = namesakes[0];
        var bestAt = -1;
        foreach (var group in namesakes)
        {
            var at = group.LastFullBefore(mention.Mention.Start);
            if (at > bestAt)
            {
                (best, bestAt) = (group, at);
            }
        }

        return best;
    }
}
