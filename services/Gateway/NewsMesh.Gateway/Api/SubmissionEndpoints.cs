using Microsoft.AspNetCore.Http.HttpResults;
using NewsMesh.Gateway.Views;
using NewsMesh.Storage;

namespace NewsMesh.Gateway.Api;

/// <summary>What became of submissions.</summary>
internal static class SubmissionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var submissions = api.MapGroup("/submissions").WithTags("Submissions");
        submissions.MapGet("/", Count).WithSummary("Number of submissions by outcome");
        submissions.MapGet("/{id}", Get).WithSummary("One submission and its outcome")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<SubmissionCounts>> Count(IStore store, CancellationToken ct) =>
        TypedResults.Ok(SubmissionCounts.Of(await store.Submissions.CountByStatusAsync(ct)));

    private static async Task<Results<Ok<SubmissionView>, ProblemHttpResult>> Get(
        string id, HttpContext http, IStore store, CancellationToken ct)
    {
        id = Ids.LastSegment(http) ?? id;
        if (Ids.IsBadSubmission(id, out var problem))
        {
            return problem;
        }

        return await store.Submissions.GetAsync(id, ct) is { } found
            ? TypedResults.Ok(SubmissionView.Of(found))
            : Problems.NotFound($"There is no submission {id}, or the pipeline has not received it yet.");
    }
}
