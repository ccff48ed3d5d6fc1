using NewsMesh.Dedup.Stories;

namespace NewsMesh.Dedup.Tests.Stories;

/// <summary>An index whose first look-up finds nothing, as when another worker writes just after it.</summary>
internal sealed class BlindStoryIndex(IStoryIndex inner) : IStoryIndex
{
    private bool _looked;

    public Task<StoryState?> GetAsync(string storyId, CancellationToken ct = default) => inner.GetAsync(storyId, ct);

    public Task<StoryState?> FindByArticleAsync(string articleId, CancellationToken ct = default) =>
        inner.FindByArticleAsync(articleId, ct);

    public Task<IReadOnlyList<StoryState>> FindByTermsAsync(
        IReadOnlyList<long> terms, DateTimeOffset lastFrom, int limit, CancellationToken ct = default)
    {
        if (_looked)
            return inner.FindByTermsAsync(terms, lastFrom, limit, ct);
        _looked = true;
        return Task.FromResult<IReadOnlyList<StoryState>>([]);
    }

    public Task<bool> TryPutAsync(StoryState story, CancellationToken ct = default) => inner.TryPutAsync(story, ct);
}
