using NewsMesh.Dedup.Stories;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Dedup.Service.Index;

/// <summary>The library's stories over the store's.</summary>
internal sealed class StoredStoryIndex(IStoryStore store) : IStoryIndex
{
    public async Task<StoryState?> GetAsync(string storyId, CancellationToken ct = default) => State(await store.GetAsync(storyId, ct));

    public async Task<StoryState?> FindByArticleAsync(string articleId, CancellationToken ct = default) =>
        State(await store.FindByArticleAsync(articleId, ct));

    public async Task<IReadOnlyList<StoryState>> FindByTermsAsync(
        IReadOnlyList<long> terms, DateTimeOffset lastFrom, int limit, CancellationToken ct = default) =>
        [.. (await store.FindByTermsAsync(terms, lastFrom, limit, ct)).Select(document => State(document)!)];

    public Task<bool> TryPutAsync(StoryState story, CancellationToken ct = default) =>
        store.TryPutAsync(
            new StoryDocument
            {
                StoryId = story.StoryId,
                Title = story.Title,
                FirstAt = story.FirstAt,
                LastAt = story.LastAt,
                ArticleIds = [.. story.Members.Select(member => member.ArticleId)],
                Sources = story.Sources,
                Entities = [.. story.Entities.Select(entity => new StoryEntity(entity.Type, entity.Name))],
                Terms = story.SearchTerms,
                State = StoryStateCodec.Encode(story),
                MergedInto = story.MergedInto,
            },
            story.Version,
            ct);

    private static StoryState? State(StoryDocument? document)
    {
        if (document is null)
            return null;
        return new StoryState
        {
            StoryId = document.StoryId,
            Title = document.Title ?? "",
            FirstAt = document.FirstAt,
            LastAt = document.LastAt,
            // A story of another version keeps its members and takes no more.
            Members = StoryStateCodec.IsCurrent(document.State)
                ? StoryStateCodec.Decode(document.State, document.ArticleIds)
                : [.. document.ArticleIds.Select(id => new StoryMember(id, 0))],
            Sources = document.Sources,
            Entities = [.. document.Entities.Select(entity => new NamedEntity(entity.Type, entity.Name))],
            SearchTerms = document.Terms,
            MergedInto = document.MergedInto,
            Version = document.Version,
        };
    }
}
