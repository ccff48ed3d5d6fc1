using System.Globalization;
using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.AllInOne.Processing;

/// <summary>Counts the results of a batch.</summary>
internal sealed class BatchSummary
{
    private readonly SortedDictionary<string, int> _rejectedBy = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stories = new(StringComparer.Ordinal);

    public int Total { get; private set; }
    public int Enriched { get; private set; }
    public int Unchanged { get; private set; }
    public int Superseded { get; private set; }
    public int Duplicates { get; private set; }

    /// <summary>Rejected and dead-lettered.</summary>
    public int Rejected => _rejectedBy.Values.Sum();

    public void Add(BatchRun.Result result)
    {
        Total++;
        switch (result.Status)
        {
            case SubmissionStatus.Enriched:
                Enriched++;
                Duplicates += result.Revision?.Duplicate is { Status: not DuplicateStatus.Unique } ? 1 : 0;
                _stories.Add(result.Revision?.Story?.StoryId ?? "");
                break;
            case SubmissionStatus.Unchanged:
                Unchanged++;
                break;
            case SubmissionStatus.Superseded:
                Superseded++;
                break;
            default:
                var reason = result.Rejected!.Reason;
                _rejectedBy[reason] = _rejectedBy.GetValueOrDefault(reason) + 1;
                break;
        }
    }

    /// <summary>The closing lines for people.</summary>
    public IEnumerable<string> Lines(TimeSpan elapsed)
    {
        yield return Line($"{Total} articles: {Enriched} enriched, {Unchanged} unchanged, {Superseded} superseded, {Rejected} rejected");
        foreach (var (reason, count) in _rejectedBy)
        {
            yield return Line($"  rejected as {reason}: {count}");
        }

        yield return Line($"{Duplicates} duplicates, {_stories.Count} stories");
        yield return Line($"{Total / Math.Max(elapsed.TotalSeconds, 0.001):F1} articles/s ({elapsed.TotalSeconds:F1} s)");
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
