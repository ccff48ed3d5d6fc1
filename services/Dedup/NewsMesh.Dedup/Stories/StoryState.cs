namespace NewsMesh.Dedup.Stories;

/// <summary>A story as the index holds it.</summary>
public sealed record StoryState
{
    public required string StoryId { get; init; }
    public required string Title { get; init; }

    /// <summary>Time of the earliest article.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>Time of the latest article.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Members in the order they joined; none once merged into another story.</summary>
    public required IReadOnlyList<StoryMember> Members { get; init; }

    /// <summary>Outlets of the members, distinct, in the order they joined.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Sums of the members' vectors.</summary>
    public required TermFields Sum { get; init; }

    /// <summary>The story that this one is now part of.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Number of writes; what concurrent workers compare. 0: not stored.</summary>
    public long Version { get; init; }

    internal StoryMember? Find(string articleId) => Members.FirstOrDefault(member => member.ArticleId == articleId);

    internal bool StartedBefore(StoryState other)
    {
        var byTime = FirstAt.CompareTo(other.FirstAt);
        return byTime != 0 ? byTime < 0 : string.CompareOrdinal(StoryId, other.StoryId) < 0;
    }

    /// <summary>The story with the members of another as well.</summary>
    public StoryState Plus(StoryState other, StoryParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(other);
        var added = other.Members.Where(member => Find(member.ArticleId) is null).ToArray();
        return this with
        {
            FirstAt = other.FirstAt < FirstAt ? other.FirstAt : FirstAt,
            LastAt = other.LastAt > LastAt ? other.LastAt : LastAt,
            Members = [.. Members, .. added],
            Sources = [.. Sources.Union(other.Sources, StringComparer.Ordinal)],
            // Where a repeat finds the members there already their vectors are in the sum.
            Sum = added.Length == 0 ? Sum : Sum.Plus(other.Sum, parameters),
        };
    }
}
