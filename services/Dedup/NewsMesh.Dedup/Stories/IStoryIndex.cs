namespace NewsMesh.Dedup.Stories;

/// <summary>Where stories live. Every operation is atomic for one story; several workers may use one index at once.</summary>
public interface IStoryIndex
{
    /// <summary>One story, or null.</summary>
    Task<StoryState?> GetAsync(string storyId, CancellationToken ct = default);

    /// <summary>The story that an article is a member of, or null.</summary>
    Task<StoryState?> FindByArticleAsync(string articleId, CancellationToken ct = default);

    /// <summary>
    /// Stories that share at least one search term (<see cref="StoryState.SearchTerms"/>) and
    /// whose last article is at or after a time: most shared terms first, then the latest, then by id; at most
    /// <paramref name="limit"/>.
    /// </summary>
    Task<IReadOnlyList<StoryState>> FindByTermsAsync(
        IReadOnlyList<long> terms, DateTimeOffset lastFrom, int limit, CancellationToken ct = default);

    /// <summary>
    /// Writes a story where the stored one still has <see cref="StoryState.Version"/> of <paramref name="story"/> (0: none is
    /// stored), and counts the version up; false otherwise.
    /// </summary>
    Task<bool> TryPutAsync(StoryState story, CancellationToken ct = default);
}
