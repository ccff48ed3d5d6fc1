using NewsMesh.Dedup.Stories;
using NewsMesh.Storage;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Dedup.Service.Index;

/// <summary>The library's stories over the store's.</summary>
internal sealed class StoredStoryIndex(IStoryStore store, StoryParameters parameters) : IStoryIndex
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
                Terms = story.Sum.All.Top(parameters.SearchTerms),
                State = StoryStateCodec.Encode(story),
                MergedInto = story.MergedInto,
            },
            story.Version,
            ct);

    private static StoryState? State(StoryDocument? document)
    {
        if (document is null)
            return null;
        // A story of another version keeps its members and takes no more.
        var (confidences, sum) = StoryStateCodec.IsCurrent(document.State)
            ? StoryStateCodec.Decode(document.State)
            : (new float[document.ArticleIds.Count], TermFields.Empty);
        return new StoryState
        {
            StoryId = document.StoryId,
            Title = document.Title ?? "",
            FirstAt = document.FirstAt,
            LastAt = document.LastAt,
            Members = [.. document.ArticleIds.Zip(confidences, (id, confidence) => new StoryMember(id, confidence))],
            Sources = document.Sources,
            Sum = sum,
            MergedInto = document.MergedInto,
            Version = document.Version,
        };
    }
}
