namespace NewsMesh.Dedup.Stories;

/// <summary>
/// Online single-pass clustering (as in topic detection and tracking, Allan 2002): an article joins the story that the
/// model scores highest where that reaches a threshold, else it opens a story. Safe for concurrent use over one
/// index; what a worker writes is compared and set by the story's version.
/// </summary>
public sealed class StoryGrouper
{
    private readonly IStoryIndex _index;
    private readonly StoryParameters _parameters;
    private readonly TermVectorizer _vectorizer;

    public StoryGrouper(IStoryIndex index, StoryParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(parameters);
        _index = index;
        _parameters = parameters;
        _vectorizer = new TermVectorizer(parameters, new TermStatistics(parameters));
    }

    /// <summary>
    /// Groups one article. Called again for the same article it gives the story and confidence stored: an article stays in
    /// its story, in every revision.
    /// </summary>
    public async Task<StoryResult> PlaceAsync(StoryArticle article, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        TermFields? vector = null;
        while (true)
        {
            if (await _index.FindByArticleAsync(article.ArticleId, ct) is { } known)
                return new StoryResult { Story = Info(known, article.ArticleId) };

            vector ??= _vectorizer.Vectorize(article.Title, article.Text);
            var (target, confidence) = await FindStoryAsync(article, vector, ct);
            var joining = Opened(article, vector, confidence);
            var story = target is null ? joining : target.Plus(joining, _parameters);
            if (!await _index.TryPutAsync(story, ct))
            {
                if (target is null)
                    await AdoptAsync(joining, ct);
                continue;
            }

            return target is null
                ? await MergeConcurrentAsync(story with { Version = 1 }, vector, article.ArticleId, ct)
                : new StoryResult { Story = Info(story, article.ArticleId) };
        }
    }

    private static StoryState Opened(StoryArticle article, TermFields vector, double confidence) => new()
    {
        StoryId = $"story-{article.ArticleId}",
        Title = article.Title,
        FirstAt = article.At,
        LastAt = article.At,
        Members = [new StoryMember(article.ArticleId, (float)confidence)],
        Sources = article.Source is null ? [] : [article.Source],
        Sum = vector,
    };

    private static StoryInfo Info(StoryState story, string articleId) => new()
    {
        StoryId = story.StoryId,
        Title = story.Title,
        Confidence = story.Find(articleId)?.Confidence ?? 0,
    };

    private async Task<(StoryState? Story, double Confidence)> FindStoryAsync(StoryArticle article, TermFields vector, CancellationToken ct)
    {
        if (article.DuplicateOf is not null && await _index.FindByArticleAsync(article.DuplicateOf, ct) is { } ofOriginal)
            return (ofOriginal, article.DuplicateSimilarity);
        var (best, score) = await FindBestAsync(vector, article.At, article.At, except: null, ct);
        var margin = score - _parameters.JoinThreshold;
        return (margin >= 0 ? best : null, 1 / (1 + Math.Exp(-Math.Abs(margin))));
    }

    private async Task<(StoryState? Story, double Score)> FindBestAsync(
        TermFields vector, DateTimeOffset firstAt, DateTimeOffset lastAt, string? except, CancellationToken ct)
    {
        var (best, bestScore) = ((StoryState?)null, double.NegativeInfinity);
        var candidates = await _index.FindByTermsAsync(
            vector.All.Top(_parameters.SearchTerms), firstAt.MinusClamped(_parameters.Window), _parameters.MaxCandidates, ct);
        foreach (var story in candidates)
        {
            if (story.MergedInto is not null || story.StoryId == except || story.FirstAt - lastAt > _parameters.Window)
                continue;
            if (StoryFeatures.AverageCosine(vector, story) < _parameters.LeastCosine)
                continue;
            var score = StoryModel.Score(vector, lastAt, story);
            if (score > bestScore || (score == bestScore && best is not null && story.StartedBefore(best)))
                (best, bestScore) = (story, score);
        }

        return (best, bestScore);
    }

    /// <summary>
    /// The article's own story is stored, yet the article is no member: it was merged away while its members were being
    /// moved. Adds the article to where it went.
    /// </summary>
    private async Task AdoptAsync(StoryState own, CancellationToken ct)
    {
        var stored = await _index.GetAsync(own.StoryId, ct);
        while (stored?.MergedInto is not null)
            stored = await _index.GetAsync(stored.MergedInto, ct);
        if (stored is not null && stored.Find(own.Members[0].ArticleId) is null)
            await _index.TryPutAsync(stored.Plus(own, _parameters), ct);
    }

    /// <summary>
    /// Looks again after opening a story: of two workers that opened one each for the same event, at least one sees the
    /// other's. The later story becomes part of the earlier.
    /// </summary>
    private async Task<StoryResult> MergeConcurrentAsync(StoryState opened, TermFields vector, string articleId, CancellationToken ct)
    {
        var merges = new List<StoryMerge>();
        var (other, score) = await FindBestAsync(vector, opened.FirstAt, opened.LastAt, opened.StoryId, ct);
        if (other is not null && score >= _parameters.JoinThreshold)
        {
            var (into, from) = opened.StartedBefore(other) ? (opened, other) : (other, opened);
            if (await MergeAsync(from.StoryId, into.StoryId, ct) is { } merge)
                merges.Add(merge);
        }

        var now = await _index.FindByArticleAsync(articleId, ct) ?? opened;
        return new StoryResult { Story = Info(now, articleId), Merges = merges };
    }

    /// <summary>Null where another worker has merged one of the two meanwhile.</summary>
    private async Task<StoryMerge?> MergeAsync(string fromId, string intoId, CancellationToken ct)
    {
        while (true)
        {
            var (ending, lasting) = (await _index.GetAsync(fromId, ct), await _index.GetAsync(intoId, ct));
            if (ending is null || lasting is null || ending.MergedInto is not null || lasting.MergedInto is not null)
                return null;
            // Members go over first: a process that ends in between leaves them in both, never in none.
            var merged = lasting.Plus(ending, _parameters);
            if (merged.Members.Count != lasting.Members.Count && !await _index.TryPutAsync(merged, ct))
                continue;
            if (await _index.TryPutAsync(ending with { Members = [], Sum = TermFields.Empty, MergedInto = intoId }, ct))
                return new StoryMerge(fromId, intoId, [.. merged.Members.Select(member => member.ArticleId)]);
        }
    }
}
