using System.Security.Cryptography;
using System.Text;
using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Stripping.Service;

/// <summary>Makes revisions of stripped articles.</summary>
internal static class Revisions
{
    private const string Submitted = "submitted";

    /// <summary>A revision without its number: what the submitter said wins over what the page says.</summary>
    public static RevisionDocument Draft(ArticleIngested ingested, RawPageDocument page, StrippedArticle stripped)
    {
        var title = page.Title ?? stripped.Title;
        var (publishedAt, from) = page.PublishedAt is { } submitted
            ? (submitted, Submitted)
            : (stripped.PublishedAt, stripped.PublishedAtFrom);
        return new RevisionDocument
        {
            ArticleId = ingested.ArticleId,
            SubmissionId = ingested.SubmissionId,
            RawId = ingested.RawId,
            Cause = Causes.New,
            TraceId = ingested.TraceId,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}\n{stripped.Text}"))),
            Article = new Article
            {
                Url = page.Url,
                CanonicalUrl = page.CanonicalUrl,
                Source = page.Source,
                SiteName = stripped.SiteName,
                Section = stripped.Section,
                LeadImage = stripped.LeadImage,
                Title = title,
                Byline = stripped.Byline,
                PublishedAt = publishedAt,
                PublishedAtFrom = from,
                ModifiedAt = stripped.ModifiedAt,
                Language = page.Language,
                Text = stripped.Text,
                WordCount = WordCounter.Count(stripped.Text),
                ReceivedAt = ingested.ReceivedAt,
                Metadata = page.Metadata,
            },
        };
    }

    /// <summary>The draft as a revision of its article.</summary>
    public static RevisionDocument Numbered(RevisionDocument draft, int revision, IReadOnlyList<StageRecord> stages) => draft with
    {
        Revision = revision,
        Cause = revision == 1 ? Causes.New : Causes.Revision,
        Stages = stages,
    };
}
