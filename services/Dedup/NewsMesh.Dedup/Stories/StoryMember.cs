namespace NewsMesh.Dedup.Stories;

/// <summary>One article of a story.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Confidence">How sure the grouping was when it last placed the article, 0 to 1.</param>
/// <param name="Evidence">What the article is compared by; null for one that is settled: it stays with its story.</param>
public sealed record StoryMember(string ArticleId, float Confidence, MemberEvidence? Evidence = null);
