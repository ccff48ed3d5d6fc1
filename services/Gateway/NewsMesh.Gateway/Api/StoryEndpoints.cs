using Microsoft.AspNetCore.Http.HttpResults;
using NewsMesh.Gateway.Views;
using NewsMesh.Storage;

namespace NewsMesh.Gateway.Api;

/// <summary>Stories: one event told by several articles.</summary>
internal static class StoryEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private const int MaxArticles = 100;

    public static void Map(RouteGroupBuilder api)
    {
        var stories = api.MapGroup("/stories").WithTags("Stories");
        stories.MapGet("/", List).WithSummary("Stories by their last article, newest first");
        stories.MapGet("/{id}", Get).WithSummary("One story with its articles").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Listing<StorySummary>>, ProblemHttpResult>> List(
        string? limit, string? cursor, IStore store, CancellationToken ct)
    {
        if (!Cursors.TryReadLimit(limit, DefaultLimit, MaxLimit, out var number, out var fault))
        {
            return Problems.BadRequest(fault);
        }

        try
        {
            var page = await store.Stories.ListAsync(number, string.IsNullOrEmpty(cursor) ? null : cursor, ct);
            return TypedResults.Ok(new Listing<StorySummary>([.. page.Items.Select(StorySummary.Of)], page.NextCursor));
        }
        catch (FormatException)
        {
            return Problems.BadRequest(Cursors.Damaged);
        }
    }

    private static async Task<Results<Ok<StoryView>, ProblemHttpResult>> Get(string id, IStore store, CancellationToken ct)
    {
        if (Ids.IsBad(id, out var problem))
        {
            return problem;
        }

        if (await store.Stories.GetAsync(id, ct) is not { } story)
        {
            return Problems.NotFound($"There is no story {id}.");
        }

        List<ArticleSummary> articles = [];
        foreach (var articleId in story.ArticleIds.Take(MaxArticles))
        {
            if (await Revisions.FindAsync(store.Articles, articleId, revision: null, ct) is { } article)
            {
                articles.Add(ArticleSummary.Of(article));
            }
        }

        return TypedResults.Ok(new StoryView(StorySummary.Of(story), story.ArticleIds, articles));
    }
}
