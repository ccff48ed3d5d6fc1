namespace NewsMesh.Contracts;

/// <summary>Entities were recognised; ready for dedup.</summary>
public sealed record EntitiesRecognized
{
    public required string SubmissionId { get; init; }
    public required string ArticleId { get; init; }
    public int Revision { get; init; }
    public required string TraceId { get; init; }
    public required Article Article { get; init; }
    public IReadOnlyList<Entity> Entities { get; init; } = [];
}
