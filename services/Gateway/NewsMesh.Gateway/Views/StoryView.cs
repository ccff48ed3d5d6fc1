namespace NewsMesh.Gateway.Views;

/// <summary>A story with its articles in the order they joined.</summary>
/// <param name="Story">The story.</param>
/// <param name="ArticleIds">All members.</param>
/// <param name="Articles">The first 100 members that are announced.</param>
public sealed record StoryView(StorySummary Story, IReadOnlyList<string> ArticleIds, IReadOnlyList<ArticleSummary> Articles);
