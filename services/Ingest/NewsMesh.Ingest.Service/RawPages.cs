using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Ingest.Service;

/// <summary>Between message, library and store.</summary>
internal static class RawPages
{
    public static Submission ToSubmission(SubmitArticle submitted) => new()
    {
        Id = submitted.Id,
        Url = submitted.Url,
        Html = submitted.Html,
        Text = submitted.Text,
        Title = submitted.Title,
        Source = submitted.Source,
        Language = submitted.Language,
        PublishedAt = submitted.PublishedAt,
        Metadata = submitted.Metadata,
    };

    public static RawPageDocument From(IntakeArticle article, FetchedPage? page, SubmissionDocument record) => new()
    {
        RawId = $"{article.ArticleId}.{article.Sha256}",
        ArticleId = article.ArticleId,
        SubmissionId = record.SubmissionId,
        Content = article.Content,
        Sha256 = article.Sha256,
        IsHtml = article.IsHtml,
        Charset = article.Charset,
        Url = page?.FinalUrl.AbsoluteUri ?? article.Url,
        CanonicalUrl = article.CanonicalUrl,
        Language = article.Language,
        Title = article.Title,
        Source = article.Source,
        PublishedAt = article.PublishedAt,
        Metadata = article.Metadata,
        ReceivedAt = record.ReceivedAt,
        FetchedAt = page?.FetchedAt,
        Headers = page?.Headers,
    };
}
