namespace NewsMesh.Dedup.Stories;

/// <summary>A story as the index holds it.</summary>
public sealed record StoryState
{
    public required string StoryId { get; init; }

    /// <summary>The most central headline of its comparable members.</summary>
    public required string Title { get; init; }

    /// <summary>Time of the earliest article.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>Time of the latest article.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Members in the order they joined; none once merged into another story.</summary>
    public required IReadOnlyList<StoryMember> Members { get; init; }

    /// <summary>Outlets of the members, distinct, in the order they joined.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What most of its comparable members name.</summary>
    public IReadOnlyList<NamedEntity> Entities { get; init; } = [];

    /// <summary>Terms by which articles find the story.</summary>
    public IReadOnlyList<long> SearchTerms { get; init; } = [];

    /// <summary>The story that this one is now part of.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Number of writes; what concurrent workers compare. 0: not stored.</summary>
    public long Version { get; init; }

    internal IEnumerable<StoryMember> Comparable => Members.Where(member => member.Evidence is not null);

    internal StoryMember? Find(string articleId) => Members.FirstOrDefault(member => member.ArticleId == articleId);

    internal bool StartedBefore(StoryState other)
    {
        var byTime = FirstAt.CompareTo(other.FirstAt);
        return byTime != 0 ? byTime < 0 : string.CompareOrdinal(StoryId, other.StoryId) < 0;
    }
}
