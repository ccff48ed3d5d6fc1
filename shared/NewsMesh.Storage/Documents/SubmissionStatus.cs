namespace NewsMesh.Storage.Documents;

/// <summary>Values of <see cref="SubmissionDocument.Status"/>; all but pending are final.</summary>
public static class SubmissionStatus
{
    public const string Pending = "pending";
    public const string Enriched = "enriched";
    public const string Unchanged = "unchanged";
    public const string Superseded = "superseded";
    public const string Rejected = "rejected";
    public const string DeadLettered = "dead-lettered";

    public static IReadOnlyList<string> All { get; } = [Pending, Enriched, Unchanged, Superseded, Rejected, DeadLettered];

    /// <summary>Throws where a status is unknown or not final.</summary>
    internal static void RequireFinal(string status, string parameter)
    {
        if (status == Pending || !All.Contains(status))
        {
            throw new ArgumentException($"\"{status}\" is no final status of a submission.", parameter);
        }
    }
}
