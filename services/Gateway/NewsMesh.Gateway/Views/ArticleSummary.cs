using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Gateway.Views;

/// <summary>An article in a listing: everything but its full text and the places of its entities.</summary>
public sealed record ArticleSummary
{
    /// <summary>Some three lines of a listing, in UTF-16 units.</summary>
    private const int ExcerptLength = 280;

    /// <summary>Enough to tell what an article is about.</summary>
    private const int TopEntities = 6;

    public required string ArticleId { get; init; }
    public int Revision { get; init; }
    public string? Title { get; init; }
    public string? Source { get; init; }
    public string? SiteName { get; init; }
    public string? Url { get; init; }
    public string Language { get; init; } = "und";
    public int WordCount { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The beginning of the text, at most 280 UTF-16 units.</summary>
    public required string Excerpt { get; init; }

    /// <summary>The most salient entities, most salient first.</summary>
    public IReadOnlyList<EntitySummary> Entities { get; init; } = [];

    /// <summary>Null where dedup has not run.</summary>
    public Duplicate? Duplicate { get; init; }

    /// <summary>Null where dedup has not run.</summary>
    public Story? Story { get; init; }

    public static ArticleSummary Of(RevisionDocument revision)
    {
        var article = revision.Article;
        return new ArticleSummary
        {
            ArticleId = revision.ArticleId,
            Revision = revision.Revision,
            Title = article.Title,
            Source = article.Source,
            SiteName = article.SiteName,
            Url = article.CanonicalUrl ?? article.Url,
            Language = article.Language,
            WordCount = article.WordCount,
            PublishedAt = article.PublishedAt,
            ReceivedAt = article.ReceivedAt,
            Excerpt = Cut(article.Text),
            Entities = [.. (revision.Entities ?? []).OrderByDescending(e => e.Salience).Take(TopEntities)
                .Select(e => new EntitySummary(e.Type, e.Name, e.Salience))],
            Duplicate = revision.Duplicate,
            Story = revision.Story,
        };
    }

    /// <summary>Never ends between the two halves of a surrogate pair.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= ExcerptLength)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[ExcerptLength - 1]) ? ExcerptLength - 1 : ExcerptLength;
        return text[..end];
    }
}
