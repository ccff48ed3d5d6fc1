using Microsoft.AspNetCore.Http.HttpResults;
using NewsMesh.Contracts;
using NewsMesh.Gateway.Views;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Api;

/// <summary>What was rejected, and why.</summary>
internal static class RejectionEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/rejections", List).WithTags("Submissions").WithSummary("The latest rejections, and their number by reason");

    private static async Task<Results<Ok<RejectionListing>, ProblemHttpResult>> List(
        string? limit, IStore store, CancellationToken ct)
    {
        if (!Cursors.TryReadLimit(limit, DefaultLimit, MaxLimit, out var number, out var fault))
        {
            return Problems.BadRequest(fault);
        }

        var items = await store.Rejections.ListAsync(number, ct);
        return TypedResults.Ok(new RejectionListing([.. items.Select(ToEvent)], await store.Rejections.CountByReasonAsync(ct)));
    }

    private static ArticleRejected ToEvent(RejectionDocument rejection) => new()
    {
        SubmissionId = rejection.SubmissionId,
        ArticleId = rejection.ArticleId,
        Url = rejection.Url,
        Stage = rejection.Stage,
        Reason = rejection.Reason,
        Detail = rejection.Detail,
        ReceivedAt = rejection.ReceivedAt,
        TraceId = rejection.TraceId,
    };
}
