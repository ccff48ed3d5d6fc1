namespace NewsMesh.Contracts;

/// <summary>One stage's run over an article.</summary>
public sealed record StageRecord
{
    /// <summary>One of <see cref="Stages"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>When the stage began with the article.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>Version of the stage (and of its model) that made the result.</summary>
    public required string Version { get; init; }

    /// <summary>Why a stage has nothing to give, such as a language without a model; null where it ran as usual.</summary>
    public string? Note { get; init; }
}
