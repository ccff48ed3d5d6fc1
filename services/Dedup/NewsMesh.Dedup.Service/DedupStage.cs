using NewsMesh.Contracts;
using NewsMesh.Dedup.Placing;
using NewsMesh.Dedup.Service.Index;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Dedup.Stories;
using NewsMesh.Storage;

namespace NewsMesh.Dedup.Service;

/// <summary>Near-duplicates and stories over the store. Safe for concurrent use, by any number of processes at once.</summary>
public sealed class DedupStage
{
    /// <summary>How far a clock may be ahead before its publication time is not believed.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    private readonly Seeded<SignatureBuilder> _signatures;
    private readonly NearDuplicateFinder _finder;
    private readonly Seeded<StoryGrouper> _stories;

    public DedupStage(IDedupIndex index, IStoryStore stories, IArticleStore articles, DedupParameters dedup, StoryParameters story)
    {
        _signatures = SeededSignatures.Of(index, dedup);
        _finder = new NearDuplicateFinder(new StoredSignatureIndex(index), dedup);
        _stories = SeededStories.Of(new StoredStoryIndex(stories), articles, story);
    }

    /// <summary>
    /// Places one revision of an article. Called again for it, after the process ended at any point, it finishes what was left
    /// and gives the answer stored; changes of others may then come a second time.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is away; a later call goes on from there.</exception>
    public async Task<DedupOutcome> PlaceAsync(
        string articleId,
        int revision,
        string title,
        string text,
        DateTimeOffset receivedAt,
        DateTimeOffset? publishedAt,
        string? source,
        IReadOnlyList<Entity>? entities = null,
        CancellationToken ct = default)
    {
        var builder = await _signatures.GetAsync(ct);
        var signature = builder.Build(title, text, source);
        var placed = await _finder.PlaceAsync(
            new IndexedArticle
            {
                ArticleId = articleId,
                Revision = revision,
                ReceivedAt = receivedAt,
                PublishedAt = publishedAt,
                Source = source,
                Signature = signature,
            },
            ct);
        builder.Learn(source, signature, placed.Followed);
        // A late original goes to the story of its copies.
        var copy = placed.Changes.Count > 0 ? placed.Changes[0] : null;
        var grouper = await _stories.GetAsync(ct);
        var grouped = await grouper.PlaceAsync(
            new StoryArticle
            {
                ArticleId = articleId,
                Title = title,
                Text = text,
                At = publishedAt <= receivedAt + ClockTolerance ? publishedAt.Value : receivedAt,
                Source = source,
                DuplicateOf = placed.Placement.Of ?? copy?.ArticleId,
                Entities = [.. (entities ?? []).OrderByDescending(entity => entity.Salience).Select(entity => new NamedEntity(entity.Type, entity.Name))],
                IsRevision = revision > 1,
                DuplicateSimilarity = Math.Max(placed.Placement.Similarity, copy?.Placement.Similarity ?? 0),
            },
            ct);
        return new DedupOutcome
        {
            Duplicate = new Duplicate
            {
                Status = placed.Placement.Status,
                Of = placed.Placement.Of,
                Similarity = placed.Placement.Similarity,
                ClusterId = placed.Placement.ClusterId,
            },
            Reason = placed.Reason,
            Story = new Story
            {
                StoryId = grouped.Story.StoryId,
                Title = grouped.Story.Title,
                Confidence = grouped.Story.Confidence,
            },
            DuplicateChanges = [.. placed.Changes.Select(Announced)],
            StoryChanges = [.. grouped.Changes.Select(Announced)],
        };
    }

    private static DuplicateChanged Announced(PlacementChange change) => new()
    {
        ArticleId = change.ArticleId,
        ClusterId = change.Placement.ClusterId,
        Of = change.Placement.Of,
        Similarity = change.Placement.Similarity,
        Because = change.Because,
    };

    private static StoryChanged Announced(StoryChange change) => new()
    {
        StoryId = change.StoryId,
        MergedInto = change.MergedInto,
        Members = change.Members,
        Because = change.Because,
    };
}
