namespace NewsMesh.Contracts;

/// <summary>The story (one event told by several articles) that an article belongs to.</summary>
public sealed record Story
{
    /// <summary>Identity of the story.</summary>
    public required string StoryId { get; init; }

    /// <summary>Headline of the story.</summary>
    public string? Title { get; init; }

    /// <summary>How sure the grouping is, 0 to 1.</summary>
    public double Confidence { get; init; }
}
