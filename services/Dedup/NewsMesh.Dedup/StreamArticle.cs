namespace NewsMesh.Dedup;

/// <summary>One line of an article stream: what <c>newsmesh dedup</c> and <c>newsmesh stories</c> read.</summary>
public sealed record StreamArticle
{
    public required string Id { get; init; }
    public string Title { get; init; } = "";
    public string Text { get; init; } = "";
    public DateTimeOffset? PublishedAt { get; init; }
    public string? Source { get; init; }
}
