using NewsMesh.Dedup.Stories;

namespace NewsMesh.Dedup.Tests.Stories;

/// <summary>An index that fails after some writes, as seen by a process that ends there.</summary>
internal sealed class DyingStoryIndex(IStoryIndex inner, int writes) : IStoryIndex
{
    private int _left = writes;

    public Task<StoryState?> GetAsync(string storyId, CancellationToken ct = default) => inner.GetAsync(storyId, ct);

    public Task<StoryState?> FindByArticleAsync(string articleId, CancellationToken ct = default) =>
        inner.FindByArticleAsync(articleId, ct);

    public Task<IReadOnlyList<StoryState>> FindByTermsAsync(
        IReadOnlyList<long> terms, DateTimeOffset lastFrom, int limit, CancellationToken ct = default) =>
        inner.FindByTermsAsync(terms, lastFrom, limit, ct);

    public Task<bool> TryPutAsync(StoryState story, CancellationToken ct = default) =>
        _left-- > 0 ? inner.TryPutAsync(story, ct) : throw new IOException("The process ends here.");
}
