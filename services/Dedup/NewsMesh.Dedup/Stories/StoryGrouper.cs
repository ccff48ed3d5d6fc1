using System.Globalization;

namespace NewsMesh.Dedup.Stories;

/// <summary>
/// Online clustering with second thoughts: an article is grouped together with the articles of the stories closest to it, so that it may
/// join one, open one, join several to one, or part one. Safe for concurrent use over one index: what a worker writes is compared and set
/// by each story's version, and whoever opens or changes several stories looks again.
/// </summary>
public sealed class StoryGrouper
{
    /// <summary>Each look may change what the next one sees; it settles in one or two.</summary>
    private const int MaxLooks = 4;

    private readonly IStoryIndex _index;
    private readonly StoryParameters _parameters;
    private readonly TermVectorizer _vectorizer;
    private readonly MemberComparer _comparer;
    private readonly StorySelector _selector;

    /// <param name="index">Where stories live.</param>
    /// <param name="parameters">The numbers of grouping.</param>
    /// <param name="score">What weighs a pair; by default the trained model.</param>
    public StoryGrouper(IStoryIndex index, StoryParameters parameters, StoryPairScore? score = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(parameters);
        _index = index;
        _parameters = parameters;
        _vectorizer = new TermVectorizer(parameters, new TermStatistics(parameters));
        _comparer = new MemberComparer(parameters, score ?? ((_, _, inputs) => StoryModel.Score(inputs)));
        _selector = new StorySelector(_comparer, parameters);
    }

    /// <summary>Counts an article that was placed before this process began, so that words weigh what they did then.</summary>
    public void Recall(string title, string text) => _vectorizer.Vectorize(title, text);

    /// <summary>
    /// Groups one article. Called again for it, after the process ended at any point, it finishes what was left, gives the
    /// story that the article is in, and tells that story again.
    /// </summary>
    public async Task<StoryResult> PlaceAsync(StoryArticle article, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var changes = new Dictionary<string, StoryChange>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        StoryMember member;
        if (await _index.FindByArticleAsync(article.ArticleId, ct) is { } known)
        {
            var stored = known.Find(article.ArticleId)!;
            if (article.IsRevision || stored.Evidence is null)
                return Result(known, article.ArticleId, changes);
            member = stored;
            named.Add(known.StoryId);
            if (known.Members.Count > 1)
                changes[known.StoryId] = new StoryChange(known.StoryId, null, [.. known.Members.Select(one => one.ArticleId)], StoryChangeReasons.Repeated);
        }
        else
        {
            member = Opened(article);
        }

        for (var look = 1; ;)
        {
            var plan = await PlanAsync(member, named, ct);
            if (!await TryApplyAsync(plan, changes, ct))
            {
                named.UnionWith(plan.Writes.Select(story => story.StoryId));
                continue;
            }

            // Of two workers that open a story each for one event, or move articles, at least one then sees what the other did.
            var isSettled = plan.Writes.Count == 0 || (plan.Writes.Count == 1 && plan.Home.Members.Count > 1);
            if (isSettled || look++ == MaxLooks)
                return Result(plan.Home, article.ArticleId, changes);
            named.Add(plan.Home.StoryId);
        }
    }

    private StoryMember Opened(StoryArticle article) => new(
        article.ArticleId,
        (float)article.DuplicateSimilarity,
        new MemberEvidence
        {
            At = article.At,
            Title = Cut(article.Title),
            Source = article.Source,
            CopyOf = article.DuplicateOf,
            Entities = [.. article.Entities.Take(_parameters.MaxEntities)],
            Terms = _vectorizer.Vectorize(article.Title, article.Text),
        });

    private string Cut(string title)
    {
        var length = Math.Min(title.Length, _parameters.MaxTitleLength);
        return title[..(length < title.Length && char.IsHighSurrogate(title[length - 1]) ? length - 1 : length)];
    }

    private static StoryResult Result(StoryState story, string articleId, Dictionary<string, StoryChange> changes) => new()
    {
        Story = new StoryInfo
        {
            StoryId = story.StoryId,
            Title = story.Title,
            Confidence = story.Find(articleId)!.Confidence,
        },
        Changes = [.. changes.Values.OrderBy(change => change.StoryId, StringComparer.Ordinal)],
    };

    private async Task<StoryPlan> PlanAsync(StoryMember member, HashSet<string> named, CancellationToken ct)
    {
        var at = member.Evidence!.At;
        var candidates = (await _index.FindByTermsAsync(
            TermVector.TopOfSum([member.Evidence.Terms.All], _parameters.SearchTerms), at.MinusClamped(_parameters.Window), _parameters.MaxCandidates, ct))
            .ToDictionary(story => story.StoryId, StringComparer.Ordinal);
        var original = member.Evidence.CopyOf is { } copyOf ? await _index.FindByArticleAsync(copyOf, ct) : null;
        var always = named.ToHashSet(StringComparer.Ordinal);
        if (original is not null)
        {
            candidates.TryAdd(original.StoryId, original);
            always.Add(original.StoryId);
        }

        foreach (var id in named)
        {
            // Read again: it may have gone into another.
            for (var next = id; next is not null;)
            {
                if (await _index.GetAsync(next, ct) is not { } story)
                    break;
                candidates[next] = story;
                always.Add(next);
                next = story.MergedInto;
            }
        }

        var (article, stories) = _selector.Select(member, [.. candidates.Values], always);
        if (original is not null && original.MergedInto is null && !stories.Any(story => story.StoryId == original.StoryId))
            return Joined(article, original);
        var pool = new StoryPool(stories, article, _comparer, _parameters);
        return await new StoryAssembler(pool, stories, article, _parameters).PlanAsync(first => NewStoryAsync(first, ct));
    }

    /// <summary>A copy joins a story that is closed, or that this build cannot read, as a settled member.</summary>
    private static StoryPlan Joined(StoryMember copy, StoryState story)
    {
        if (story.Find(copy.ArticleId) is not null)
            return new StoryPlan(story, [], []);
        var joined = story with
        {
            Members = [.. story.Members, copy with { Evidence = null }],
            FirstAt = copy.Evidence!.At < story.FirstAt ? copy.Evidence.At : story.FirstAt,
            LastAt = copy.Evidence.At > story.LastAt ? copy.Evidence.At : story.LastAt,
        };
        return new StoryPlan(joined, [joined], []);
    }

    /// <summary>A free id for a story that opens with an article, the article's own if possible; one that ended may begin again.</summary>
    private async Task<(string Id, long Version)> NewStoryAsync(string articleId, CancellationToken ct)
    {
        for (var number = 1; ; number++)
        {
            var id = number == 1 ? $"story-{articleId}" : string.Create(CultureInfo.InvariantCulture, $"story-{articleId}-{number}");
            var stored = await _index.GetAsync(id, ct);
            if (stored is null || stored.MergedInto is not null)
                return (id, stored?.Version ?? 0);
        }
    }

    private async Task<bool> TryApplyAsync(StoryPlan plan, Dictionary<string, StoryChange> changes, CancellationToken ct)
    {
        foreach (var story in plan.Writes)
        {
            if (!await _index.TryPutAsync(story, ct))
                return false;
            if (plan.Changes.FirstOrDefault(change => change.StoryId == story.StoryId) is { } change)
                changes[change.StoryId] = change;
        }

        return true;
    }
}
