namespace NewsMesh.AllInOne.Submitting;

/// <summary>What became of one input of <c>newsmesh submit</c>.</summary>
/// <param name="Name">The input's name, for people.</param>
/// <param name="SubmissionId">The id under which it was taken; null where it was not.</param>
/// <param name="Refusal">Why it was not taken; null where it was.</param>
internal sealed record SubmitResult(string Name, string? SubmissionId, string? Refusal = null);
