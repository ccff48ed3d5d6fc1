using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Views;

/// <summary>A story in a listing.</summary>
public sealed record StorySummary
{
    public required string StoryId { get; init; }
    public string? Title { get; init; }
    public DateTimeOffset FirstAt { get; init; }
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Number of its articles.</summary>
    public int Articles { get; init; }
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What most of its articles name.</summary>
    public IReadOnlyList<StoryEntity> Entities { get; init; } = [];

    /// <summary>The story that this one is now part of.</summary>
    public string? MergedInto { get; init; }

    public static StorySummary Of(StoryDocument story) => new()
    {
        StoryId = story.StoryId,
        Title = story.Title,
        FirstAt = story.FirstAt,
        LastAt = story.LastAt,
        Articles = story.ArticleIds.Count,
        Sources = story.Sources,
        Entities = story.Entities,
        MergedInto = story.MergedInto,
    };
}
