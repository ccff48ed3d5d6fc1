using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Placing;

/// <summary>
/// Places articles among their duplicates: adds the article's signature to the index, then looks up candidates by shared
/// bands, judges each pair, and lets the article follow the earlier one that it matches best; later arrived articles that match it
/// better than what they follow, follow it. Which article follows which is a function of the articles, so that neither the order of
/// arrival nor the number of workers changes the clusters. Stateless; safe for concurrent use over one index.
/// </summary>
public sealed class NearDuplicateFinder
{
    private readonly ISignatureIndex _index;
    private readonly DedupParameters _parameters;
    private readonly MatchForest _forest;

    public NearDuplicateFinder(ISignatureIndex index, DedupParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(parameters);
        _index = index;
        _parameters = parameters;
        _forest = new MatchForest(index);
    }

    /// <summary>
    /// Places one article. May be called again for the same article and revision after it ended at any point: it then
    /// finishes what is left and gives the placement stored; changes of others, which may have been lost, come again. An
    /// older revision than the one stored changes nothing.
    /// </summary>
    /// <param name="article">The article with its signature; its placement is ignored.</param>
    /// <param name="ct">Leaves the index in a state from which a repeat goes on.</param>
    public async Task<PlacementResult> PlaceAsync(IndexedArticle article, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(article.Signature);
        var known = await _index.GetAsync(article.ArticleId, ct);
        if (known is not null && known.Revision > article.Revision)
            return new PlacementResult { Placement = known.Placement ?? Placement.Alone(known.ArticleId), Reason = PairReasons.Unrelated };
        // Of an article the first arrival counts, or a revision would change who was first.
        if (known is not null && known.ArrivedBefore(article))
            article = article with { ReceivedAt = known.ReceivedAt };

        await _index.AddAsync(article, ct);
        var pairs = await CompareAsync(article, article.Signature, ct);
        var best = pairs.FirstOrDefault(pair => pair.Verdict.IsDuplicate && pair.Other.ArrivedBefore(article));
        var placement = await FollowAsync(article, best, isNew: known is null, ct);
        var later = pairs.Where(pair => pair.Verdict.IsDuplicate && article.ArrivedBefore(pair.Other)).ToArray();
        var changes = new List<PlacementChange>();
        foreach (var pair in later)
            changes.AddRange(await LeadAsync(article, pair, ct));
        if (placement.Match is not null || changes.Count > 0 || known is not null)
        {
            changes.AddRange(Changes(await _forest.SettleAsync(article.ArticleId, known?.Placement?.ClusterId, ct)));
            placement = (await _index.GetAsync(article.ArticleId, ct))?.Placement ?? placement;
        }

        if (known?.Revision == article.Revision)
            changes.AddRange(await FollowersAsync(article, later, ct));

        return new PlacementResult
        {
            Placement = placement,
            Reason = best?.Verdict.Reason ?? (pairs.Count == 0 ? PairReasons.Unrelated : pairs[0].Verdict.Reason),
            Followed = best?.Other.Signature,
            // The last change of each is the one that stands.
            Changes = [.. changes.AsEnumerable().Reverse().DistinctBy(change => change.ArticleId)],
        };
    }

    private sealed record Pair(IndexedArticle Other, PairVerdict Verdict);

    /// <summary>The candidates with their verdicts, the surest copy first.</summary>
    private async Task<IReadOnlyList<Pair>> CompareAsync(IndexedArticle article, ArticleSignature signature, CancellationToken ct)
    {
        if (signature.Bands.Count == 0)
            return [];
        var candidates = await _index.FindCandidatesAsync(
            signature.Bands, article.ReceivedAt.MinusClamped(_parameters.Window), _parameters.MaxCandidates + 1, ct);
        var pairs = new List<Pair>(candidates.Count);
        var comparer = new PairComparer(signature);
        foreach (var other in candidates)
        {
            // The window holds both ways, or the order of arrival would decide who sees whom.
            if (other.ArticleId != article.ArticleId && other.Signature is not null && other.ReceivedAt - article.ReceivedAt <= _parameters.Window)
                pairs.Add(new Pair(other, PairVerdict.Of(comparer.Compare(other.Signature), _parameters)));
        }

        pairs.Sort(Surest);
        return pairs;
    }

    private static int Surest(Pair a, Pair b) =>
        IsSurer(a.Verdict, a.Other, b.Verdict, b.Other) ? -1 : IsSurer(b.Verdict, b.Other, a.Verdict, a.Other) ? 1 : 0;

    /// <summary>Whether one match is to be followed rather than another: the surer one, then the earlier.</summary>
    private static bool IsSurer(PairVerdict a, IndexedArticle first, PairVerdict b, IndexedArticle second)
    {
        var byProbability = a.Probability.CompareTo(b.Probability);
        return byProbability != 0 ? byProbability > 0 : first.ArrivedBefore(second);
    }

    /// <summary>Lets the article follow its best match, unless a late original has found it meanwhile and matches better.</summary>
    private async Task<Placement> FollowAsync(IndexedArticle article, Pair? best, bool isNew, CancellationToken ct)
    {
        var placement = best is null ? Placement.Alone(article.ArticleId) : Follow(best.Other, best.Verdict);
        var stored = isNew ? null : await PlacementAsync(article.ArticleId, ct);
        while (stored is null || (best is not null && await MatchesBetterAsync(article, best, stored, ct)))
        {
            if (await _index.TryPlaceAsync(article.ArticleId, placement, stored, ct))
                return placement;
            stored = await PlacementAsync(article.ArticleId, ct);
        }

        return stored;
    }

    private async Task<Placement?> PlacementAsync(string articleId, CancellationToken ct) =>
        (await _index.GetAsync(articleId, ct))?.Placement;

    /// <summary>Lets a later arrived article follow this one, where it matches this one better than what it follows.</summary>
    private async Task<IEnumerable<PlacementChange>> LeadAsync(IndexedArticle article, Pair pair, CancellationToken ct)
    {
        while (true)
        {
            var (own, other) = (await _index.GetAsync(article.ArticleId, ct), await _index.GetAsync(pair.Other.ArticleId, ct));
            // Gone, or another revision: that one looks itself.
            if (own is null || other is null || other.Revision != pair.Other.Revision)
                return [];
            var stored = other.Placement;
            if (stored?.Match is not null && !await MatchesBetterAsync(other, new Pair(own, pair.Verdict), stored, ct))
                return [];
            var placement = Follow(own, pair.Verdict);
            if (!await _index.TryPlaceAsync(other.ArticleId, placement, stored, ct))
                continue;
            var moved = await _forest.SettleAsync(other.ArticleId, stored?.ClusterId, ct);
            return stored is null ? Changes(moved) : [new PlacementChange(other.ArticleId, placement, ChangeReasons.LateOriginal), .. Changes(moved)];
        }
    }

    /// <summary>Whether an article matches a candidate better than what its stored placement follows.</summary>
    private async Task<bool> MatchesBetterAsync(IndexedArticle article, Pair candidate, Placement stored, CancellationToken ct)
    {
        if (stored.Match is null)
            return true;
        if (stored.Match == candidate.Other.ArticleId)
            return false;
        var followed = await _index.GetAsync(stored.Match, ct);
        return followed?.Signature is not null && article.Signature is not null
            && IsSurer(candidate.Verdict, candidate.Other, PairVerdict.Of(article.Signature, followed.Signature, _parameters), followed);
    }

    private static Placement Follow(IndexedArticle match, PairVerdict verdict) => new()
    {
        Status = verdict.Status,
        ClusterId = MatchForest.ClusterOf(match),
        Of = MatchForest.ClusterOf(match),
        Match = match.ArticleId,
        Similarity = verdict.Similarity,
    };

    /// <summary>What a process that ended before it could say so had changed.</summary>
    private async Task<IEnumerable<PlacementChange>> FollowersAsync(IndexedArticle article, IEnumerable<Pair> later, CancellationToken ct)
    {
        var followers = new List<PlacementChange>();
        foreach (var pair in later)
        {
            if ((await _index.GetAsync(pair.Other.ArticleId, ct))?.Placement is { } placement && placement.Match == article.ArticleId)
                followers.Add(new PlacementChange(pair.Other.ArticleId, placement, ChangeReasons.LateOriginal));
        }

        return followers;
    }

    private static IEnumerable<PlacementChange> Changes(IEnumerable<MatchForest.Moved> moved) =>
        moved.Select(one => new PlacementChange(one.ArticleId, one.Placement, ChangeReasons.MatchMoved));
}
