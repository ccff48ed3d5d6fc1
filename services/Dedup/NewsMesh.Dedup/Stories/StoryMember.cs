namespace NewsMesh.Dedup.Stories;

/// <summary>One article of a story.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Confidence">How sure the grouping was, 0 to 1.</param>
public sealed record StoryMember(string ArticleId, float Confidence);
