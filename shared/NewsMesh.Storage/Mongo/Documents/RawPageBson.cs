using MongoDB.Bson;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage.Mongo.Documents;

/// <summary>Documents of collection <c>rawPages</c>: the page's bytes in Brotli, the first of them where there are very many.</summary>
internal static class RawPageBson
{
    /// <param name="page">The page.</param>
    /// <param name="content">The compressed content, or its beginning.</param>
    /// <param name="parts">Number of documents of <c>rawPageParts</c> that hold the rest.</param>
    public static BsonDocument Write(RawPageDocument page, byte[] content, int parts) => new BsonDocument()
        .PutText("_id", page.RawId)
        .PutText("articleId", page.ArticleId)
        .PutText("submissionId", page.SubmissionId)
        .PutText("sha256", page.Sha256)
        .Put("isHtml", page.IsHtml)
        .PutText("charset", page.Charset)
        .PutText("url", page.Url)
        .PutText("canonicalUrl", page.CanonicalUrl)
        .PutText("language", page.Language)
        .PutText("title", page.Title)
        .PutText("source", page.Source)
        .PutTime("publishedAt", page.PublishedAt)
        .PutPairs("metadata", page.Metadata)
        .PutTime("receivedAt", page.ReceivedAt)
        .PutTime("fetchedAt", page.FetchedAt)
        .PutPairs("headers", page.Headers)
        .Put("revision", page.Revision is { } revision ? (BsonValue)revision : null)
        .Put("encoding", "br")
        .Put("length", page.Content.Length)
        .Put("parts", parts == 0 ? null : (BsonValue)parts)
        .Put("content", content);

    /// <summary>Number of further documents that hold the content's rest.</summary>
    public static int Parts(BsonDocument document) => document.IntOrNull("parts") ?? 0;

    /// <param name="document">The stored document.</param>
    /// <param name="content">The whole content, unpacked.</param>
    public static RawPageDocument Read(BsonDocument document, byte[] content) => new()
    {
        RawId = document.Text("_id"),
        ArticleId = document.Text("articleId"),
        SubmissionId = document.Text("submissionId"),
        Content = content,
        Sha256 = document.Text("sha256"),
        IsHtml = document.Flag("isHtml"),
        Charset = document.Text("charset"),
        Url = document.TextOrNull("url"),
        CanonicalUrl = document.TextOrNull("canonicalUrl"),
        Language = document.Text("language"),
        Title = document.TextOrNull("title"),
        Source = document.TextOrNull("source"),
        PublishedAt = document.TimeOrNull("publishedAt"),
        Metadata = document.PairsOrNull("metadata"),
        ReceivedAt = document.Time("receivedAt"),
        FetchedAt = document.TimeOrNull("fetchedAt"),
        Headers = document.PairsOrNull("headers"),
        Revision = document.IntOrNull("revision"),
    };
}
