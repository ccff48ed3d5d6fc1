namespace NewsMesh.Gateway.Views;

/// <summary>Answer to accepted submissions, in the order of the request.</summary>
public sealed record SubmissionReceipt(IReadOnlyList<SubmissionReference> Submissions);

/// <summary>One accepted submission: <c>GET /submissions/{submissionId}</c> tells what became of it.</summary>
public sealed record SubmissionReference(string SubmissionId);
