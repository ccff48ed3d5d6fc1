using NewsMesh.Dedup.Stories;
using NewsMesh.Storage;

namespace NewsMesh.Dedup.Service;

/// <summary>
/// The story grouper of a process, which first reads the latest articles of the store again, so that words weigh after a restart what
/// they did before.
/// </summary>
internal static class SeededStories
{
    public static Seeded<StoryGrouper> Of(IStoryIndex index, IArticleStore articles, StoryParameters parameters) =>
        new(() => SeedAsync(index, articles, parameters));

    private static async Task<StoryGrouper> SeedAsync(IStoryIndex index, IArticleStore articles, StoryParameters parameters)
    {
        var grouper = new StoryGrouper(index, parameters);
        var query = new ArticleQuery { Limit = ArticleQuery.MaxLimit };
        for (var left = parameters.RecalledArticles; left > 0; left -= ArticleQuery.MaxLimit)
        {
            var page = await articles.SearchAsync(query);
            foreach (var revision in page.Items.Take(left))
                grouper.Recall(revision.Article.Title ?? "", revision.Article.Text);
            if (page.NextCursor is null)
                break;
            query = query with { Cursor = page.NextCursor };
        }

        return grouper;
    }
}
