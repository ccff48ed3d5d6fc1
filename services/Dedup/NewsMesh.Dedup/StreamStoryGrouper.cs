using NewsMesh.Dedup.Stories;

namespace NewsMesh.Dedup;

/// <summary>Stories of a stream of articles, in memory. One stream, one object; articles one after the other.</summary>
public sealed class StreamStoryGrouper
{
    private readonly InMemoryStoryIndex _index;
    private readonly StoryGrouper _grouper;
    private readonly List<string> _ids = [];
    private DateTimeOffset _clock = DateTimeOffset.UnixEpoch;

    public StreamStoryGrouper(StoryParameters? parameters = null)
    {
        parameters ??= StoryParameters.Default;
        _index = new InMemoryStoryIndex(parameters);
        _grouper = new StoryGrouper(_index, parameters);
    }

    /// <summary>Groups the next article; the first one of an id counts. One without a publication time comes with its predecessor.</summary>
    public async Task<StoryResult> AddAsync(StreamArticle article, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        _clock = article.PublishedAt ?? _clock;
        _ids.Add(article.Id);
        return await _grouper.PlaceAsync(
            new StoryArticle { ArticleId = article.Id, Title = article.Title, Text = article.Text, At = _clock, Source = article.Source },
            ct);
    }

    /// <summary>The story of every article so far.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GetStoriesAsync(CancellationToken ct = default)
    {
        var stories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in _ids)
            stories[id] = (await _index.FindByArticleAsync(id, ct))!.StoryId;
        return stories;
    }
}
