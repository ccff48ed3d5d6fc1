using NewsMesh.Dedup.Stories;
using NewsMesh.Storage;

namespace NewsMesh.Dedup.Service;

/// <summary>
/// The story grouper of a process, which first reads the latest articles of the store again, so that words weigh after a restart what
/// they did before. Safe for concurrent use.
/// </summary>
internal sealed class SeededStories(IStoryIndex index, IArticleStore articles, StoryParameters parameters)
{
    private readonly Lock _gate = new();
    private Task<StoryGrouper>? _grouper;

    /// <summary>The grouper; the first call reads the store, and the next one does where that failed.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public Task<StoryGrouper> GetGrouperAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            if (_grouper is null or { IsFaulted: true } or { IsCanceled: true })
                _grouper = SeedAsync();
            return _grouper.WaitAsync(ct);
        }
    }

    private async Task<StoryGrouper> SeedAsync()
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
