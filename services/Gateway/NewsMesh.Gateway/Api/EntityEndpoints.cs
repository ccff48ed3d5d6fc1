using Microsoft.AspNetCore.Http.HttpResults;
using NewsMesh.Gateway.Views;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Api;

/// <summary>Who and what the articles name.</summary>
internal static class EntityEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 1000;
    private static readonly string[] Types = ["PERSON", "LOCATION", "ORGANIZATION", "MISC"];

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/entities", List).WithTags("Entities").WithSummary("Entities by the number of articles that name them");

    private static async Task<Results<Ok<Listing<EntityCount>>, ProblemHttpResult>> List(
        string? type, string? prefix, string? limit, IStore store, CancellationToken ct)
    {
        if (!Cursors.TryReadLimit(limit, DefaultLimit, MaxLimit, out var number, out var fault))
        {
            return Problems.BadRequest(fault);
        }

        if (!string.IsNullOrEmpty(type) && !Types.Contains(type, StringComparer.Ordinal))
        {
            return Problems.BadRequest($"type must be one of {string.Join(", ", Types)}.");
        }

        var counts = await store.Articles.CountEntitiesAsync(
            string.IsNullOrEmpty(type) ? null : type, string.IsNullOrEmpty(prefix) ? null : prefix, number, ct);
        return TypedResults.Ok(new Listing<EntityCount>(counts));
    }
}
