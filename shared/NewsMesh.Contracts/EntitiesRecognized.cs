namespace NewsMesh.Contracts;

/// <summary>Entities were recognised; ready for dedup.</summary>
public sealed record EntitiesRecognized
{
    /// <summary>The submitter's name for the submission.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>Deterministic identity of the article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>From 1; goes up when title or text really changed.</summary>
    public int Revision { get; init; }

    /// <summary>W3C trace id, 32 lower-case hexadecimal digits.</summary>
    public required string TraceId { get; init; }

    /// <summary>The clean article.</summary>
    public required Article Article { get; init; }

    /// <summary>The named entities of the text.</summary>
    public IReadOnlyList<Entity> Entities { get; init; } = [];
}
