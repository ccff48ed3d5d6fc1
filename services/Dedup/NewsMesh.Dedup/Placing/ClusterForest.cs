namespace NewsMesh.Dedup.Placing;

/// <summary>
/// Clusters as a union-find forest over an index that can only compare and set one article at a time (after Anderson and
/// Woll 1991). An article's placement names its root; only roots are linked, always to an earlier arrived article. So there
/// are no cycles, the links commute, and the sets at the end do not depend on the order or number of workers. After each
/// link the members are moved to the new root, so that at rest every member names the earliest one.
/// </summary>
internal sealed class ClusterForest(ISignatureIndex index)
{
    /// <summary>Members read at once.</summary>
    private const int PageSize = 500;

    /// <summary>The root of an article's tree. <c>Article</c> is null where it has left the index.</summary>
    public readonly record struct Root(string Id, IndexedArticle? Article)
    {
        // Old articles leave the index first: one that is gone arrived before all that are there.
        public bool ArrivedBefore(Root other) =>
            other.Article is null
                ? Article is null && string.CompareOrdinal(Id, other.Id) < 0
                : Article is null || Article.ArrivedBefore(other.Article);
    }

    /// <summary>An article whose placement is another one now.</summary>
    public readonly record struct Moved(string ArticleId, Placement Placement);

    public async Task<Root> FindRootAsync(string articleId, CancellationToken ct)
    {
        while (true)
        {
            var article = await index.GetAsync(articleId, ct);
            if (article?.Placement is null || article.Placement.ClusterId == articleId)
                return new Root(articleId, article);
            articleId = article.Placement.ClusterId;
        }
    }

    /// <summary>
    /// Makes one cluster of those of two articles. <paramref name="place"/> gives the placement of the root that loses its
    /// place, but for the cluster. Returns the articles changed, that root included where it had been placed before.
    /// </summary>
    public async Task<IReadOnlyList<Moved>> JoinAsync(
        string a, string b, Func<IndexedArticle, Placement> place, CancellationToken ct)
    {
        while (true)
        {
            var (earlier, later) = (await FindRootAsync(a, ct), await FindRootAsync(b, ct));
            if (later.ArrivedBefore(earlier))
                (earlier, later) = (later, earlier);
            // Two clusters whose first articles have both left the index stay two: there is nothing left to link.
            if (earlier.Id == later.Id || later.Article is null)
                return [];
            var placement = place(later.Article) with { ClusterId = earlier.Id, Of = earlier.Id };
            if (!await index.TryPlaceAsync(later.Id, placement, later.Article.Placement, ct))
                continue;
            var moved = await FlattenAsync(later.Id, ct);
            return later.Article.Placement is null ? moved : [new Moved(later.Id, placement), .. moved];
        }
    }

    /// <summary>Moves the members of a root that has become a member itself to its root; the articles changed.</summary>
    public async Task<IReadOnlyList<Moved>> FlattenAsync(string former, CancellationToken ct)
    {
        var changes = new List<Moved>();
        while (true)
        {
            var root = await FindRootAsync(former, ct);
            if (root.Id == former)
                return changes;
            IReadOnlyList<IndexedArticle> members;
            do
            {
                members = await index.GetClusterAsync(former, PageSize, ct);
                foreach (var member in members)
                {
                    var placement = member.Placement! with { ClusterId = root.Id, Of = root.Id };
                    // Where this fails another worker has moved the member.
                    if (await index.TryPlaceAsync(member.ArticleId, placement, member.Placement, ct))
                        changes.Add(new Moved(member.ArticleId, placement));
                }
            }
            while (members.Count == PageSize);

            // The root may have been linked meanwhile, and its members listed before these came to it.
            former = root.Id;
        }
    }

    /// <summary>All members of a cluster but its root.</summary>
    public async Task<IReadOnlyList<Moved>> FollowersAsync(string root, CancellationToken ct) =>
        [.. (await index.GetClusterAsync(root, PageSize, ct))
            .Where(member => member.ArticleId != root)
            .Select(member => new Moved(member.ArticleId, member.Placement!))];
}
