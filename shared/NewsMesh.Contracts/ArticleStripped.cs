namespace NewsMesh.Contracts;

/// <summary>Stripping found the article in its page; ready for entity recognition.</summary>
public sealed record ArticleStripped
{
    public required string SubmissionId { get; init; }
    public required string ArticleId { get; init; }
    public int Revision { get; init; }
    public required string TraceId { get; init; }
    public required Article Article { get; init; }
}
