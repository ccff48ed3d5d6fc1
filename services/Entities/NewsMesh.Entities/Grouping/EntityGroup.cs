namespace NewsMesh.Entities.Grouping;

/// <summary>The mentions that were joined so far into one entity; the first has the fullest name.</summary>
internal sealed class EntityGroup(TypedMention first)
{
    private readonly List<TypedMention> _mentions = [first];

    /// <summary>Starts of the mentions by the full name, rising: mentions of one name are placed in the text's order.</summary>
    private readonly List<int> _fullStarts = [first.Mention.Start];

    public string Type => first.Type;

    public IReadOnlyList<TypedMention> Mentions => _mentions;

    public int FirstStart { get; private set; } = first.Mention.Start;

    public void Add(TypedMention mention)
    {
        _mentions.Add(mention);
        FirstStart = Math.Min(FirstStart, mention.Mention.Start);
        if (mention.Key == first.Key)
        {
            _fullStarts.Add(mention.Mention.Start);
        }
    }

    /// <summary>Start of the last mention by the full name before <paramref name="position"/>; -1 where there is none.</summary>
    public int LastFullBefore(int position)
    {
        var index = _fullStarts.BinarySearch(position);
        var before = (index < 0 ? ~index : index) - 1;
        return before < 0 ? -1 : _fullStarts[before];
    }

    /// <summary>The most frequent spelling of the fullest name; one in capitals only where there is no other.</summary>
    public string Name() => _mentions.Where(m => m.Key == first.Key)
        .GroupBy(m => m.Name, StringComparer.Ordinal)
        .OrderBy(g => IsShouted(g.Key)).ThenByDescending(g => g.Count()).ThenBy(g => g.Min(m => m.Mention.Start))
        .First().Key;

    private static bool IsShouted(string name) => name.Contains(' ', StringComparison.Ordinal) && !name.Any(char.IsLower);
}
