using NewsMesh.Dedup.Signatures;

namespace NewsMesh.Dedup.Placing;

/// <summary>
/// Places articles among their duplicates: adds the article's signature to the index, then looks up candidates by shared
/// bands, verifies each by true similarity, and joins the clusters of all that are copies. Clusters are the connected
/// components of verified pairs, so that neither the order of arrival nor the number of workers changes them. Stateless;
/// safe for concurrent use over one index.
/// </summary>
public sealed class NearDuplicateFinder
{
    private readonly ISignatureIndex _index;
    private readonly DedupParameters _parameters;
    private readonly ClusterForest _forest;

    public NearDuplicateFinder(ISignatureIndex index, DedupParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(parameters);
        _index = index;
        _parameters = parameters;
        _forest = new ClusterForest(index);
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
        var changes = await JoinAsync(article, [.. pairs.Where(pair => pair.Verdict.IsDuplicate)], ct);
        var repeated = known?.Revision == article.Revision;
        if (repeated)
            changes.AddRange(await FinishAsync(pairs, ct));
        var placement = await SettleAsync(article.ArticleId, ct);
        if (repeated)
            changes.AddRange(await _forest.FollowersAsync(placement.ClusterId, ct));
        var because = placement.Of is null ? ChangeReasons.LateOriginal : ChangeReasons.ClustersJoined;

        return new PlacementResult
        {
            Placement = placement,
            Reason = pairs.Count == 0 ? PairReasons.Unrelated : pairs[0].Verdict.Reason,
            Changes = [.. changes
                .Where(change => change.ArticleId != article.ArticleId)
                // The last move of each is the one that stands.
                .Reverse<ClusterForest.Moved>()
                .DistinctBy(change => change.ArticleId)
                .Select(change => new PlacementChange(change.ArticleId, change.Placement, because))],
        };
    }

    private readonly record struct Pair(IndexedArticle Other, PairVerdict Verdict);

    /// <summary>The candidates with their verdicts, the surest copy first.</summary>
    private async Task<IReadOnlyList<Pair>> CompareAsync(
        IndexedArticle article, ArticleSignature signature, CancellationToken ct)
    {
        if (signature.Bands.Count == 0)
            return [];
        var candidates = await _index.FindCandidatesAsync(
            signature.Bands, article.ReceivedAt.MinusClamped(_parameters.Window), _parameters.MaxCandidates + 1, ct);
        return [.. candidates
            // The window holds both ways, or the order of arrival would decide who sees whom.
            .Where(other => other.ArticleId != article.ArticleId && other.ReceivedAt - article.ReceivedAt <= _parameters.Window)
            .Where(other => other.Signature is not null)
            .Select(other => new Pair(other, PairVerdict.Of(signature, other.Signature!, _parameters.Weights)))
            .OrderByDescending(pair => pair.Verdict.IsDuplicate)
            .ThenByDescending(pair => pair.Verdict.Probability)
            .ThenByDescending(pair => pair.Verdict.Similarity)
            .ThenBy(pair => pair.Other.ReceivedAt)
            .ThenBy(pair => pair.Other.ArticleId, StringComparer.Ordinal)];
    }

    private async Task<List<ClusterForest.Moved>> JoinAsync(IndexedArticle article, IReadOnlyList<Pair> copies, CancellationToken ct)
    {
        var changes = new List<ClusterForest.Moved>();
        // One of each cluster is enough; the surest comes first.
        foreach (var copy in copies.DistinctBy(pair => pair.Other.Placement?.ClusterId ?? pair.Other.ArticleId))
        {
            changes.AddRange(await _forest.JoinAsync(
                article.ArticleId,
                copy.Other.ArticleId,
                loser => loser.ArticleId == article.ArticleId ? Linked(copies[0].Verdict) : Linked(loser, article),
                ct));
        }

        return changes;
    }

    /// <summary>The placement of a root that becomes a copy, but for its cluster.</summary>
    private Placement Linked(IndexedArticle loser, IndexedArticle article) =>
        loser.Signature is null || article.Signature is null
            ? Linked(null)
            : Linked(PairVerdict.Of(loser.Signature, article.Signature, _parameters.Weights));

    private static Placement Linked(PairVerdict? best) => new()
    {
        ClusterId = "",
        Status = best?.Status == DuplicateStatuses.Exact ? DuplicateStatuses.Exact : DuplicateStatuses.Near,
        Similarity = best?.Similarity ?? 0,
    };

    /// <summary>Moves the members that a process which ended after a link had not moved yet.</summary>
    private async Task<IReadOnlyList<ClusterForest.Moved>> FinishAsync(IReadOnlyList<Pair> pairs, CancellationToken ct)
    {
        var changes = new List<ClusterForest.Moved>();
        var formerRoots = pairs
            .Where(pair => pair.Verdict.IsDuplicate)
            .SelectMany(pair => new[] { pair.Other.ArticleId, pair.Other.Placement?.ClusterId ?? pair.Other.ArticleId })
            .Distinct(StringComparer.Ordinal);
        foreach (var former in formerRoots)
            changes.AddRange(await _forest.FlattenAsync(former, ct));
        return changes;
    }

    /// <summary>The article's own placement, as all workers see it.</summary>
    private async Task<Placement> SettleAsync(string articleId, CancellationToken ct)
    {
        while (true)
        {
            var stored = (await _index.GetAsync(articleId, ct))?.Placement;
            var root = await _forest.FindRootAsync(articleId, ct);
            if (stored is not null && stored.ClusterId == root.Id)
                return stored;
            var settled = stored is null ? Placement.Alone(articleId) : stored with { ClusterId = root.Id, Of = root.Id };
            if (await _index.TryPlaceAsync(articleId, settled, stored, ct) && stored is null)
                return settled;
        }
    }
}
