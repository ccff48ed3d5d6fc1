namespace NewsMesh.Dedup.Stories;

/// <summary>The stories of one process, for the command line and for tests. Safe for concurrent use.</summary>
public sealed class InMemoryStoryIndex(StoryParameters? parameters = null) : IStoryIndex
{
    private static readonly Comparer<(DateTimeOffset LastAt, string StoryId)> ByTime = Comparer<(DateTimeOffset LastAt, string StoryId)>.Create(
        (a, b) => a.LastAt.CompareTo(b.LastAt) is var order and not 0 ? order : string.CompareOrdinal(a.StoryId, b.StoryId));

    private readonly int _maxStoriesPerTerm = (parameters ?? StoryParameters.Default).MaxStoriesPerTerm;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoryState> _stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _storiesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<long, SortedSet<(DateTimeOffset LastAt, string StoryId)>> _storiesWith = [];

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
                .SelectMany(term => LatestWith(term, lastFrom))
                .CountBy(id => id, StringComparer.Ordinal)
                .Select(shared => (Story: _stories[shared.Key], Shared: shared.Value))
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
            AddTerms(story);
            foreach (var member in story.Members)
                AddMember(member.ArticleId, story.StoryId);
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

    private IEnumerable<string> LatestWith(long term, DateTimeOffset lastFrom) =>
        _storiesWith.TryGetValue(term, out var stories)
            ? stories.Reverse().Take(_maxStoriesPerTerm).TakeWhile(story => story.LastAt >= lastFrom).Select(story => story.StoryId)
            : [];

    private void Remove(StoryState story)
    {
        RemoveTerms(story);
        foreach (var member in story.Members)
        {
            var ids = _storiesOf[member.ArticleId];
            if (ids.Remove(story.StoryId) && ids.Count == 0)
                _storiesOf.Remove(member.ArticleId);
        }
    }

    private void RemoveTerms(StoryState story)
    {
        foreach (var term in story.SearchTerms)
        {
            var stories = _storiesWith[term];
            if (stories.Remove((story.LastAt, story.StoryId)) && stories.Count == 0)
                _storiesWith.Remove(term);
        }
    }

    private void AddTerms(StoryState story)
    {
        foreach (var term in story.SearchTerms)
        {
            if (!_storiesWith.TryGetValue(term, out var stories))
                _storiesWith[term] = stories = new(ByTime);
            stories.Add((story.LastAt, story.StoryId));
        }
    }

    private void AddMember(string articleId, string storyId)
    {
        if (!_storiesOf.TryGetValue(articleId, out var ids))
            _storiesOf[articleId] = ids = new HashSet<string>(StringComparer.Ordinal);
        ids.Add(storyId);
    }
}
