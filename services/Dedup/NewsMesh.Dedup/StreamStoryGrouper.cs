using NewsMesh.Dedup.Stories;

namespace NewsMesh.Dedup;

/// <summary>Stories of a stream of articles, in memory; what an article's story is may change as others come. One stream, one object; articles one after the other.</summary>
public sealed class StreamStoryGrouper
{
    /// <summary>How often stories that have left the window are settled.</summary>
    private static readonly TimeSpan SweepInterval = TimeSpan.FromDays(1);

    private readonly InMemoryStoryIndex _index;
    private readonly StoryParameters _parameters;
    private readonly StoryGrouper _grouper;
    private readonly List<string> _ids = [];
    private DateTimeOffset _clock = DateTimeOffset.UnixEpoch;
    private DateTimeOffset _latest = DateTimeOffset.UnixEpoch;
    private DateTimeOffset _swept = DateTimeOffset.UnixEpoch;

    /// <param name="parameters">The numbers of grouping.</param>
    /// <param name="score">What weighs a pair; by default the trained model.</param>
    public StreamStoryGrouper(StoryParameters? parameters = null, StoryPairScore? score = null)
    {
        _parameters = parameters ?? StoryParameters.Default;
        _index = new InMemoryStoryIndex(_parameters);
        _grouper = new StoryGrouper(_index, _parameters, score);
    }

    /// <summary>Groups the next article; the first one of an id counts. One without a publication time comes with its predecessor.</summary>
    public async Task<StoryResult> AddAsync(StreamArticle article, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        _clock = article.PublishedAt ?? _clock;
        _latest = _clock > _latest ? _clock : _latest;
        if (_latest - _swept >= SweepInterval)
        {
            _index.SettleBefore(_latest.MinusClamped(_parameters.Window));
            _swept = _latest;
        }

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
