using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.ServiceDefaults.Outcomes;

/// <summary>What a stage made of a message: exactly one of the three is set.</summary>
/// <typeparam name="T">The event that the next stage takes.</typeparam>
public sealed record StageOutcome<T>
    where T : class
{
    private StageOutcome()
    {
    }

    /// <summary>The article goes on.</summary>
    public T? Next { get; private init; }

    /// <summary>The article cannot go on.</summary>
    public ArticleRejected? Rejected { get; private init; }

    /// <summary>The submission ends here without an event.</summary>
    public SubmissionOutcome? Finished { get; private init; }

    public static implicit operator StageOutcome<T>(T next) => new() { Next = next };

    public static implicit operator StageOutcome<T>(ArticleRejected rejected) => new() { Rejected = rejected };

    public static implicit operator StageOutcome<T>(SubmissionOutcome finished) => new() { Finished = finished };
}
