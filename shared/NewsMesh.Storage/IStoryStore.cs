using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage;

/// <summary>
/// Stories with the state that online clustering needs. One that went into another (<see cref="StoryDocument.MergedInto"/>)
/// is found by its id alone.
/// </summary>
public interface IStoryStore
{
    /// <summary>Stories of one term that a look-up sees at least.</summary>
    const int StoriesPerTerm = 64;

    /// <summary>One story, or null.</summary>
    Task<StoryDocument?> GetAsync(string storyId, CancellationToken ct = default);

    /// <summary>
    /// Stories that share at least one term and whose last article is at or after a time: most shared terms first, then the
    /// latest, then by storyId; at most <paramref name="limit"/>. Where a term is in more than <see cref="StoriesPerTerm"/>
    /// stories, all but the latest may be passed over, so that a look-up is bounded.
    /// </summary>
    Task<IReadOnlyList<StoryDocument>> FindByTermsAsync(
        IReadOnlyList<long> terms, DateTimeOffset lastFrom, int limit, CancellationToken ct = default);

    /// <summary>
    /// Writes a story where its stored <see cref="StoryDocument.Version"/> still is <paramref name="expectedVersion"/>
    /// (0: not stored); false otherwise. The stored version is <paramref name="expectedVersion"/> + 1.
    /// </summary>
    Task<bool> TryPutAsync(StoryDocument story, long expectedVersion, CancellationToken ct = default);

    /// <summary>The story that an article is a member of, or null.</summary>
    Task<StoryDocument?> FindByArticleAsync(string articleId, CancellationToken ct = default);

    /// <summary>Stories by last article, newest first.</summary>
    Task<Page<StoryDocument>> ListAsync(int limit, string? cursor, CancellationToken ct = default);
}
