using NewsMesh.AllInOne.Inputs;
using NewsMesh.AllInOne.Storing;
using NewsMesh.Contracts;
using NewsMesh.Dedup.Signatures;
using NewsMesh.Storage;
using NewsMesh.Stripping;

namespace NewsMesh.AllInOne.Explaining;

/// <summary>Finds articles by file or, where there is no such file, by their id in a store, which is opened once it is needed.</summary>
internal sealed class ExplainedArticles(string? setting) : IAsyncDisposable
{
    private IStore? _store;

    /// <exception cref="UsageException">There is neither such a file nor such an article.</exception>
    public async Task<ExplainedArticle> ReadAsync(string name, CancellationToken ct) =>
        File.Exists(name) ? await ReadFileAsync(name, ct) : await FindAsync(name, ct);

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<ExplainedArticle> ReadFileAsync(string path, CancellationToken ct)
    {
        var files = InputFiles.Find([path], InputFiles.ArticleEndings);
        var inputs = await InputReader.ReadAsync(files, ct).Take(2).ToListAsync(ct);
        if (inputs.Count != 1)
        {
            throw new UsageException($"'{path}' holds {(inputs.Count == 0 ? "no article" : "more than one article")}; explain compares two.");
        }

        var article = inputs[0].Article ?? throw new UsageException($"'{path}': {inputs[0].Fault}");
        var stripped = Strip(article, ct);
        return new ExplainedArticle
        {
            Id = path,
            Title = article.Title ?? stripped.Title ?? "",
            Text = stripped.Text,
            Source = article.Source,
            PublishedAt = article.PublishedAt ?? stripped.PublishedAt,
        };
    }

    private static StrippedArticle Strip(SubmitArticle article, CancellationToken ct) => new ArticleStripper().Strip(
        article.Html is { } html ? new StripRequest { Html = html } : new StripRequest { Text = article.Text ?? "" }, ct);

    private async Task<ExplainedArticle> FindAsync(string id, CancellationToken ct)
    {
        _store ??= await OpenAsync(id, ct);
        var revision = await _store.Articles.GetLatestAsync(id, ct)
            ?? throw new UsageException($"'{id}' is neither a file nor an article in {_store.Location}.");
        var indexed = await _store.DedupIndex.GetAsync(id, ct);
        var isCurrent = indexed?.SignatureVersion == ArticleSignature.CurrentVersion && indexed.Revision == revision.Revision;
        return new ExplainedArticle
        {
            Id = id,
            Title = revision.Article.Title ?? "",
            Text = revision.Article.Text,
            Source = revision.Article.Source,
            PublishedAt = revision.Article.PublishedAt,
            ReceivedAt = indexed?.ReceivedAt ?? revision.Article.ReceivedAt,
            Placement = indexed?.Placement,
            StoryId = (await _store.Stories.FindByArticleAsync(id, ct))?.StoryId,
            Signature = isCurrent ? ArticleSignature.Decode(indexed!.Signature) : null,
            Bands = isCurrent ? indexed!.Bands : null,
        };
    }

    private async Task<IStore> OpenAsync(string id, CancellationToken ct)
    {
        try
        {
            return await ExistingStore.OpenAsync(setting, ct);
        }
        catch (UsageException e) when (setting is null)
        {
            throw new UsageException($"'{id}' is no file, and no store is named: {e.Message}");
        }
    }
}
