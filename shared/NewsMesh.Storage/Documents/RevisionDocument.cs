using NewsMesh.Contracts;

namespace NewsMesh.Storage.Documents;

/// <summary>One revision of an article with the results of the stages so far. Key: (ArticleId, Revision).</summary>
public sealed record RevisionDocument
{
    public required string ArticleId { get; init; }

    /// <summary>From 1.</summary>
    public int Revision { get; init; }

    /// <summary>The submission that created the revision.</summary>
    public required string SubmissionId { get; init; }

    /// <summary>The raw page that it was made of.</summary>
    public required string RawId { get; init; }

    /// <summary>One of <see cref="Causes"/>.</summary>
    public required string Cause { get; init; }
    public required string TraceId { get; init; }

    /// <summary>SHA-256 over title and text, lower-case hexadecimal: what decides whether a later page is a new revision.</summary>
    public required string ContentHash { get; init; }
    public required Article Article { get; init; }

    /// <summary>Null until the entities stage has run.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>Null until the dedup stage has run.</summary>
    public Duplicate? Duplicate { get; init; }

    /// <summary>Null until the dedup stage has run.</summary>
    public Story? Story { get; init; }

    /// <summary>Stages that have run, in order.</summary>
    public IReadOnlyList<StageRecord> Stages { get; init; } = [];

    /// <summary>Null until the enriched event was confirmed by the broker.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>The submission that the event named.</summary>
    public string? AnnouncedFor { get; init; }

    /// <summary>Overtaken by a later revision before it was announced.</summary>
    public bool Superseded { get; init; }
}
