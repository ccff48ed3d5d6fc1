using Microsoft.AspNetCore.Http.HttpResults;
using NewsMesh.Gateway.Views;
using NewsMesh.Storage;

namespace NewsMesh.Gateway.Api;

/// <summary>What stripping kept and dropped of an article's page, where the host can tell.</summary>
internal static class StrippedEndpoint
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/articles/{id}/stripped", Get).WithTags("Articles").WithSummary("Kept and dropped blocks of the page")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Listing<StrippedBlockView>>, ProblemHttpResult>> Get(
        string id, int? revision, IStore store, IServiceProvider services, CancellationToken ct)
    {
        if (Ids.IsBad(id, out var problem))
        {
            return problem;
        }

        if (services.GetService<IStrippedView>() is not { } view)
        {
            return Problems.NotFound("What was stripped is not available in this host.");
        }

        var found = await Revisions.FindAsync(store.Articles, id, revision, ct);
        if (found is null)
        {
            return Problems.NotFound(Revisions.Missing(id, revision));
        }

        var page = await store.RawPages.GetAsync(found.RawId, ct);
        return page is not null && view.Explain(page) is { } blocks
            ? TypedResults.Ok(new Listing<StrippedBlockView>(blocks))
            : Problems.NotFound($"What was stripped of article {id} cannot be told.");
    }
}
