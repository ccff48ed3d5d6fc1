namespace NewsMesh.Dedup.Placing;

/// <summary>
/// Clusters as a forest: every article follows the one earlier arrived article that it matches best, and its cluster is the root
/// of its tree. So a round-up that matches two articles follows one of them and joins nothing, and which article follows which
/// depends on the articles alone, not on the order in which they are seen. The index can only compare and set one article at a
/// time: who changes an article's place looks afterwards whether what it followed has moved meanwhile, and moves those that follow it.
/// </summary>
internal sealed class MatchForest(ISignatureIndex index)
{
    /// <summary>Members of a cluster that are moved; a cluster with more keeps some of them under its former name.</summary>
    private const int MaxMembers = 5_000;

    /// <summary>An article whose placement is another one now.</summary>
    public readonly record struct Moved(string ArticleId, Placement Placement);

    /// <summary>The cluster of an article as of now.</summary>
    public static string ClusterOf(IndexedArticle article) => article.Placement?.ClusterId ?? article.ArticleId;

    /// <summary>
    /// Brings an article's cluster in step with the article that it follows, and those that follow it in step with it. Returns the
    /// articles changed but for the article itself.
    /// </summary>
    public async Task<IReadOnlyList<Moved>> SettleAsync(string articleId, string? formerCluster, CancellationToken ct)
    {
        var changes = new List<Moved>();
        var formers = new HashSet<string>(StringComparer.Ordinal) { articleId };
        if (formerCluster is not null)
            formers.Add(formerCluster);
        while (await MoveOneAsync(articleId, formers, changes, ct))
        {
            // Looks again: what it follows may have moved once more.
        }

        // An article not placed yet is followed under its own name, so its name is among the former clusters as well.
        var pending = new Queue<string>(formers);
        while (pending.TryDequeue(out var former))
        {
            var moved = new List<Moved>();
            foreach (var member in await index.GetClusterAsync(former, MaxMembers, ct))
            {
                if (member.ArticleId == articleId)
                    continue;
                while (await MoveOneAsync(member.ArticleId, formers, moved, ct))
                {
                    // As above.
                }
            }

            changes.AddRange(moved);
            // One that followed another out of a third cluster, or was followed under its own name meanwhile.
            foreach (var one in moved)
            {
                if (formers.Add(one.ArticleId))
                    pending.Enqueue(one.ArticleId);
            }
        }

        return [.. changes.Where(change => change.ArticleId != articleId)];
    }

    private async Task<bool> MoveOneAsync(string articleId, HashSet<string> formers, List<Moved> changes, CancellationToken ct)
    {
        var article = await index.GetAsync(articleId, ct);
        if (article?.Placement is not { Match: { } match } stored)
            return false;
        var followed = await index.GetAsync(match, ct);
        // What has left the index leaves its cluster's name behind.
        if (followed is null || ClusterOf(followed) == stored.ClusterId)
            return false;
        var placement = stored with { ClusterId = ClusterOf(followed), Of = ClusterOf(followed) };
        if (await index.TryPlaceAsync(articleId, placement, stored, ct))
        {
            formers.Add(stored.ClusterId);
            changes.Add(new Moved(articleId, placement));
        }

        return true;
    }
}
