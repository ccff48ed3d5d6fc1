namespace NewsMesh.Dedup.Stories;

/// <summary>The stories of one process, for the command line and for tests. Safe for concurrent use.</summary>
public sealed class InMemoryStoryIndex : IStoryIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoryState> _stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _storiesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<string>> _storiesWith = [];

    public Task<StoryState?> GetAsync(string storyId, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(_stories.GetValueOrDefault(storyId));
    }

    public Task<StoryState?> FindByArticleAsync(string articleId, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        lock (_gate)
        {
            // In two while a worker moves it.
            return Task.FromResult(_storiesOf.GetValueOrDefault(articleId)?
                .Select(id => _stories[id])
                .OrderByDescending(story => story.LastAt)
                .ThenBy(story => story.StoryId, StringComparer.Ordinal)
                .FirstOrDefault());
        }
    }

    public Task<IReadOnlyList<StoryState>> FindByTermsAsync(
        IReadOnlyList<long> terms, DateTimeOffset lastFrom, int limit, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(terms);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<StoryState>>([.. terms
                .SelectMany(term => _storiesWith.GetValueOrDefault(term) ?? [])
                .CountBy(id => id, StringComparer.Ordinal)
                .Select(shared => (Story: _stories[shared.Key], Shared: shared.Value))
                .Where(found => found.Story.LastAt >= lastFrom)
                .OrderByDescending(found => found.Shared)
                .ThenByDescending(found => found.Story.LastAt)
                .ThenBy(found => found.Story.StoryId, StringComparer.Ordinal)
                .Take(limit)
                .Select(found => found.Story)]);
        }
    }

    public Task<bool> TryPutAsync(StoryState story, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(story);
        lock (_gate)
        {
            var stored = _stories.GetValueOrDefault(story.StoryId);
            if ((stored?.Version ?? 0) != story.Version)
                return Task.FromResult(false);
            if (stored is not null)
                Remove(stored);
            foreach (var term in story.SearchTerms)
                Add(_storiesWith, term, story.StoryId);
            foreach (var member in story.Members)
                Add(_storiesOf, member.ArticleId, story.StoryId);
            _stories[story.StoryId] = story with { Version = story.Version + 1 };
            return Task.FromResult(true);
        }
    }

    /// <summary>
    /// Settles the stories whose last article came before a time: they keep their members and are not found by terms any more.
    /// </summary>
    public void SettleBefore(DateTimeOffset lastBefore)
    {
        lock (_gate)
        {
            foreach (var story in _stories.Values.Where(story => story.LastAt < lastBefore && story.SearchTerms.Count > 0).ToArray())
            {
                RemoveTerms(story);
                _stories[story.StoryId] = story with
                {
                    SearchTerms = [],
                    Members = [.. story.Members.Select(member => member with { Evidence = null })],
                };
            }
        }
    }

    private void Remove(StoryState story)
    {
        RemoveTerms(story);
        foreach (var member in story.Members)
            Remove(_storiesOf, member.ArticleId, story.StoryId);
    }

    private void RemoveTerms(StoryState story)
    {
        foreach (var term in story.SearchTerms)
            Remove(_storiesWith, term, story.StoryId);
    }

    private static void Add<T>(Dictionary<T, HashSet<string>> index, T key, string storyId)
        where T : notnull
    {
        if (!index.TryGetValue(key, out var ids))
            index[key] = ids = new HashSet<string>(StringComparer.Ordinal);
        ids.Add(storyId);
    }

    private static void Remove<T>(Dictionary<T, HashSet<string>> index, T key, string storyId)
        where T : notnull
    {
        if (index[key].Remove(storyId) && index[key].Count == 0)
            index.Remove(key);
    }
}
