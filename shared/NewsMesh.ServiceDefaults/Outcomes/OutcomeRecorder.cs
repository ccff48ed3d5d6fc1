using NewsMesh.ServiceDefaults.Telemetry;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.ServiceDefaults.Outcomes;

/// <summary>Notes the end of a submission, in the store and in the metrics.</summary>
public sealed class OutcomeRecorder(IStore store, NewsMeshMetrics metrics, TimeProvider clock, IEnumerable<IOutcomeListener> listeners)
{
    /// <summary>Records an outcome; a repeat, or a second outcome after a final one, changes and counts nothing.</summary>
    public async Task RecordAsync(SubmissionOutcome outcome, CancellationToken ct = default)
    {
        if (await store.Submissions.TrySetOutcomeAsync(outcome with { FinishedAt = clock.GetUtcNow() }, ct))
        {
            metrics.CountOutcome(outcome.Status, outcome.Stage, outcome.Reason);
            foreach (var listener in listeners)
            {
                listener.OnOutcome(outcome);
            }
        }
    }
}
