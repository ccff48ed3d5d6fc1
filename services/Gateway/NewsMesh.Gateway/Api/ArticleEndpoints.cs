using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsMesh.Contracts;
using NewsMesh.Gateway.Views;
using NewsMesh.ServiceDefaults;
using NewsMesh.Storage;

namespace NewsMesh.Gateway.Api;

/// <summary>Articles: the listing, one article as its event, its stages and its revisions.</summary>
internal static class ArticleEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("Articles");
        articles.MapGet("/", List).WithSummary("Announced articles, newest first");
        articles.MapGet("/{id}", Get).Produces<ArticleEnriched>().WithSummary("One article as its enriched event")
            .ProducesProblem(StatusCodes.Status404NotFound);
        articles.MapGet("/{id}/trace", Trace).WithSummary("The stages of an article as a waterfall")
            .ProducesProblem(StatusCodes.Status404NotFound);
        articles.MapGet("/{id}/revisions", History).WithSummary("All revisions of an article, first to last")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Listing<ArticleSummary>>, ProblemHttpResult>> List(
        [AsParameters] ArticleFilter filter, IStore store, CancellationToken ct)
    {
        if (!filter.TryRead(out var query, out var fault))
        {
            return Problems.BadRequest(fault);
        }

        try
        {
            var page = await store.Articles.SearchAsync(query, ct);
            return TypedResults.Ok(new Listing<ArticleSummary>([.. page.Items.Select(ArticleSummary.Of)], page.NextCursor));
        }
        catch (FormatException)
        {
            return Problems.BadRequest(Cursors.Damaged);
        }
    }

    private static async Task<Results<JsonHttpResult<JsonObject>, ProblemHttpResult>> Get(
        string id, int? revision, IStore store, IServiceProvider services, CancellationToken ct)
    {
        if (Ids.IsBad(id, out var problem))
        {
            return problem;
        }

        var found = await Revisions.FindAsync(store.Articles, id, revision, ct);
        if (found is null)
        {
            return Problems.NotFound(Revisions.Missing(id, revision));
        }

        if (found.Duplicate is null)
        {
            return Problems.NotFound($"Revision {found.Revision} of article {id} has not passed all stages yet.");
        }

        var body = JsonSerializer.SerializeToNode(EnrichedArticles.ToEvent(found), EventJson.Options)!.AsObject();
        body["links"] = new JsonObject
        {
            ["raw"] = $"/articles/{id}/raw?revision={found.Revision}",
            ["trace"] = $"/articles/{id}/trace?revision={found.Revision}",
            ["stripped"] = services.GetService<IStrippedView>() is null ? null : $"/articles/{id}/stripped?revision={found.Revision}",
            ["revisions"] = $"/articles/{id}/revisions",
            ["submission"] = $"/submissions/{Uri.EscapeDataString(found.AnnouncedFor ?? found.SubmissionId)}",
        };
        return TypedResults.Json(body);
    }

    private static async Task<Results<Ok<TraceView>, ProblemHttpResult>> Trace(
        string id, int? revision, IStore store, CancellationToken ct)
    {
        if (Ids.IsBad(id, out var problem))
        {
            return problem;
        }

        return await Revisions.FindAsync(store.Articles, id, revision, ct) is { } found
            ? TypedResults.Ok(TraceView.Of(found))
            : Problems.NotFound(Revisions.Missing(id, revision));
    }

    private static async Task<Results<Ok<Listing<RevisionSummary>>, ProblemHttpResult>> History(
        string id, IStore store, CancellationToken ct)
    {
        if (Ids.IsBad(id, out var problem))
        {
            return problem;
        }

        var revisions = await store.Articles.GetRevisionsAsync(id, ct);
        return revisions.Count > 0
            ? TypedResults.Ok(new Listing<RevisionSummary>([.. revisions.Select(RevisionSummary.Of)]))
            : Problems.NotFound($"There is no article {id}.");
    }
}
