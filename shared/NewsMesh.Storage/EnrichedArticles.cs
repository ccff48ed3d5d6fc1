using NewsMesh.Contracts;
using NewsMesh.Storage.Documents;

namespace NewsMesh.Storage;

/// <summary>The one mapping from a stored revision to the event that subscribers see.</summary>
public static class EnrichedArticles
{
    /// <summary>The enriched event of a revision that every stage has passed.</summary>
    /// <param name="revision">A revision with the result of dedup.</param>
    /// <param name="submissionId">
    /// The submission that the event names; by default the one it was announced for, else the one that created the revision.
    /// </param>
    /// <param name="cause">One of <see cref="Causes"/>; by default the revision's own.</param>
    /// <exception cref="InvalidOperationException">The dedup stage has not run.</exception>
    public static ArticleEnriched ToEvent(RevisionDocument revision, string? submissionId = null, string? cause = null)
    {
        ArgumentNullException.ThrowIfNull(revision);
        if (revision.Duplicate is not { } duplicate || revision.Story is not { } story)
        {
            throw new InvalidOperationException(
                $"Revision {revision.Revision} of article {revision.ArticleId} has not passed the dedup stage.");
        }

        var article = revision.Article;
        return new ArticleEnriched
        {
            SubmissionId = submissionId ?? revision.AnnouncedFor ?? revision.SubmissionId,
            ArticleId = revision.ArticleId,
            Revision = revision.Revision,
            Cause = cause ?? revision.Cause,
            Url = article.Url,
            CanonicalUrl = article.CanonicalUrl,
            Source = article.Source,
            SiteName = article.SiteName,
            Section = article.Section,
            LeadImage = article.LeadImage,
            Title = article.Title,
            Byline = article.Byline,
            PublishedAt = article.PublishedAt,
            PublishedAtFrom = article.PublishedAtFrom,
            ModifiedAt = article.ModifiedAt,
            Language = article.Language,
            Text = article.Text,
            WordCount = article.WordCount,
            ReceivedAt = article.ReceivedAt,
            Metadata = article.Metadata,
            Entities = revision.Entities ?? [],
            Duplicate = duplicate,
            Story = story,
            Stages = revision.Stages,
            TraceId = revision.TraceId,
        };
    }
}
