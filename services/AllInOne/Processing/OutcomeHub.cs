using System.Collections.Concurrent;
using NewsMesh.ServiceDefaults.Outcomes;
using NewsMesh.Storage.Documents;

namespace NewsMesh.AllInOne.Processing;

/// <summary>Lets a submitter in this process wait for the outcome of its submission.</summary>
internal sealed class OutcomeHub : IOutcomeListener
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SubmissionOutcome>> _waiting = new(StringComparer.Ordinal);

    /// <summary>
    /// Starts waiting for a submission; call it before the submission is sent. False where the same id is in flight already.
    /// </summary>
    public bool TryExpect(string submissionId, out Task<SubmissionOutcome> outcome)
    {
        var source = new TaskCompletionSource<SubmissionOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        var added = _waiting.TryAdd(submissionId, source);
        outcome = added ? source.Task : _waiting.TryGetValue(submissionId, out var other) ? other.Task : source.Task;
        return added;
    }

    public void OnOutcome(SubmissionOutcome outcome)
    {
        if (_waiting.TryRemove(outcome.SubmissionId, out var source))
        {
            source.SetResult(outcome);
        }
    }
}
