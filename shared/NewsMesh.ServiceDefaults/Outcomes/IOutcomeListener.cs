using NewsMesh.Storage.Documents;

namespace NewsMesh.ServiceDefaults.Outcomes;

/// <summary>Hears of every outcome recorded in this process.</summary>
public interface IOutcomeListener
{
    /// <summary>Called once per outcome, on the worker's thread: must not block or throw.</summary>
    void OnOutcome(SubmissionOutcome outcome);
}
