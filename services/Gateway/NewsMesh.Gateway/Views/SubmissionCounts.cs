using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Views;

/// <summary>Submissions by outcome; <paramref name="Submitted"/> is the sum of the others.</summary>
public sealed record SubmissionCounts(long Submitted, IReadOnlyDictionary<string, long> ByStatus)
{
    /// <summary>Every status is named, also those that no submission has.</summary>
    public static SubmissionCounts Of(IReadOnlyDictionary<string, long> counts)
    {
        var all = SubmissionStatus.All.ToDictionary(s => s, s => counts.GetValueOrDefault(s));
        return new SubmissionCounts(all.Values.Sum(), all);
    }
}
