namespace NewsMesh.Storage.Documents;

/// <summary>One story. Key: StoryId.</summary>
public sealed record StoryDocument
{
    public required string StoryId { get; init; }
    public string? Title { get; init; }
    public DateTimeOffset FirstAt { get; init; }
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Members in the order they joined.</summary>
    public required IReadOnlyList<string> ArticleIds { get; init; }
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What most of its articles name.</summary>
    public IReadOnlyList<StoryEntity> Entities { get; init; } = [];

    /// <summary>Hashed terms by which articles find the story.</summary>
    public required IReadOnlyList<long> Terms { get; init; }

    /// <summary>The clustering library's encoding; opaque to the store.</summary>
    public required byte[] State { get; init; }

    /// <summary>Counts the writes; what concurrent workers compare.</summary>
    public long Version { get; init; }

    /// <summary>The story that this one is now part of.</summary>
    public string? MergedInto { get; init; }
}
