namespace NewsMesh.Contracts;

/// <summary>A story was merged, split or regrouped; on <c>newsmesh.changed</c>.</summary>
public sealed record StoryChanged
{
    /// <summary>The story that changed.</summary>
    public required string StoryId { get; init; }

    /// <summary>The story that this one is now part of.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Article ids after the change.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Machine-readable cause.</summary>
    public required string Because { get; init; }
}
