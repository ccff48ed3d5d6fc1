namespace NewsMesh.Dedup.Stories;

/// <summary>The stories of one process, for the command line and for tests. Safe for concurrent use.</summary>
public sealed class InMemoryStoryIndex(StoryParameters parameters) : IStoryIndex
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoryState> _stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _storyOf = new(StringComparer.Ordinal);
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
            return Task.FromResult(_storyOf.TryGetValue(articleId, out var id) ? _stories[id] : null);
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
            foreach (var term in stored?.Sum.All.Top(parameters.SearchTerms) ?? [])
                _storiesWith[term].Remove(story.StoryId);
            foreach (var term in story.Sum.All.Top(parameters.SearchTerms))
            {
                if (!_storiesWith.TryGetValue(term, out var ids))
                    _storiesWith[term] = ids = new HashSet<string>(StringComparer.Ordinal);
                ids.Add(story.StoryId);
            }

            foreach (var member in story.Members)
                _storyOf[member.ArticleId] = story.StoryId;
            _stories[story.StoryId] = story with { Version = story.Version + 1 };
            return Task.FromResult(true);
        }
    }
}
